/** Questions about a kept ranking: why, why not, which of two, what if, and the same again. */
package org.fenton.gateway.question;
