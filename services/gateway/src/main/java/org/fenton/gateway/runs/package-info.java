/** What re-scoring jobs left in their output folders, for people and programs to read; nothing here starts or changes a run. */
package org.fenton.gateway.runs;
