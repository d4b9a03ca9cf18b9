/**
 * What generated adapters are made of: contracts, the frame of a call, and what a bridge tells of a
 * tensor.
 *
 * <p>A tensor's way through a call is one line: a bridge {@linkplain
 * dev.ndbind.call.TensorDescription describes} it, {@link dev.ndbind.call.Call#check} holds all
 * arguments against their {@linkplain dev.ndbind.call.ArrayContract contracts}, {@link
 * dev.ndbind.call.Argument#as} views or copies it by the {@linkplain dev.ndbind.call.Plan plan},
 * the user's method runs, {@link dev.ndbind.call.Call#result} checks what it returns, and a bridge
 * makes a tensor of that.
 */
@NullMarked
package dev.ndbind.call;

import org.jspecify.annotations.NullMarked;
