/** What may be written to a log: nothing of what a caller sent. */
package org.fenton.http.log;
