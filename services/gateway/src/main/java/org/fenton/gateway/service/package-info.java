/** The gateway as a caller of the catalog and the model. */
package org.fenton.gateway.service;
