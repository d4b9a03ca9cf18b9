/**
 * Random contracts, arguments and patterns, and what the documentation says of them: the classes
 * named {@code ...Rules} are written from the documents, not from the code that they are held
 * against.
 */
package dev.ndbind.processor.fuzz;
