/**
 * Pictures of one case as hand-written SVG: activities, programmes and the mechanism graph.
 *
 * <p>Readable in grey and without telling red from green: blue and orange carry no meaning that a sign, a direction or a
 * line style does not carry too. Equal views give equal bytes.
 */
@NullMarked
package org.fenton.learning.plot;

import org.jspecify.annotations.NullMarked;
