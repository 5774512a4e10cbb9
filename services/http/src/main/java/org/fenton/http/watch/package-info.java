/** What operators see of a service: metrics and spans that every service has. */
package org.fenton.http.watch;
