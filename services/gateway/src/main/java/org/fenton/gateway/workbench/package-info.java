/**
 * The pages that a tumour board looks at. They show what the use cases of {@code ranking}, {@code question} and {@code catalog}
 * answer to the API as well; nothing is ranked, scored or decided here.
 */
package org.fenton.gateway.workbench;
