package dev.ndbind.internal.observe;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * One conversion, for flight recordings. The fields are filled in after {@link #isWanted}, so that
 * nothing is put into words for an event that is below the threshold.
 *
 * <p>The threshold keeps recordings that ask for nothing free of views, of which there may be
 * millions in a second, and shows in every recording what took long.
 */
@Name("dev.ndbind.Conversion")
@Label("Conversion")
@Category("ndbind")
@Description("A tensor was viewed or copied for a method, or a result was copied to a tensor")
@Threshold("1 ms")
public final class ConversionEvent extends Event {
  /** Asked whether events are on: making one for the question would cost memory. */
  private static final ConversionEvent PROBE = new ConversionEvent();

  /** Class and method. */
  @Label("Method")
  public @Nullable String method;

  /** The parameter's name. */
  @Label("Parameter")
  public @Nullable String parameter;

  /** Whose tensor it is. */
  @Label("Framework")
  public @Nullable String framework;

  /** Of the elements before the conversion. */
  @Label("Dtype")
  public @Nullable String dtype;

  /** Of the elements after the conversion. */
  @Label("Target Dtype")
  public @Nullable String targetDtype;

  /** As the method sees it. */
  @Label("Shape")
  public @Nullable String shape;

  /** How many were copied; 0 for a view. */
  @Label("Bytes Copied")
  @DataAmount
  public long bytes;

  /** A step of a plan. */
  @Label("Decision")
  public @Nullable String decision;

  /** Why, in words. */
  @Label("Reason")
  public @Nullable String reason;

  private ConversionEvent() {}

  /** An event that has begun; null unless a recording asks for such events. */
  static @Nullable ConversionEvent started() {
    if (!PROBE.isEnabled()) {
      return null;
    }
    ConversionEvent event = new ConversionEvent();
    event.begin();
    return event;
  }

  /**
   * Ends the event, when the conversion is done.
   *
   * @return whether it took long enough to be recorded; then the fields are to be filled in, and
   *     the event to be committed
   */
  public boolean isWanted() {
    end();
    return shouldCommit();
  }
}
