/**
 * Conventions every Fenton service keeps: RFC 9457 problem documents, request ids, paging, strict JSON, security headers
 * and GA4GH service-info. No domain type lives here.
 */
package org.fenton.http;
