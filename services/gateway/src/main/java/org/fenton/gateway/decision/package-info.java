/** Decision records: what was asked, of what, and the very bytes of the answer, as a chain of hashes. */
package org.fenton.gateway.decision;
