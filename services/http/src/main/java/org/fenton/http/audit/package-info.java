/** Who did what: a line a request, without anybody's name. */
package org.fenton.http.audit;
