/** Who may call what: bearer tokens of an OpenID Connect issuer, one table of rules a service, tenants kept apart. */
package org.fenton.http.access;
