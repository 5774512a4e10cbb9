/** Documents of other standards, read as cases. Phenopackets need protobuf, which whoever reads them brings. */
@NullMarked
package org.fenton.documents.intake;

import org.jspecify.annotations.NullMarked;
