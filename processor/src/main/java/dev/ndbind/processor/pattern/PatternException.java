package dev.ndbind.processor.pattern;

/** A text is no shape pattern. */
public final class PatternException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why the text is none, by the rule that it breaks. */
  public enum Rule {
    /** The grammar. */
    SYNTAX,
    /** One entry at most may stand for several axes. */
    ONE_VARIADIC,
    /** Sizes are numbers from 0 to 2⁶³−1, and NumPy knows 64 axes. */
    SIZE
  }

  private final Rule rule;
  private final int offset;
  private final String reason;

  PatternException(Rule rule, int offset, String message) {
    super(message, null, false, false);
    this.rule = rule;
    this.offset = offset;
    this.reason = message;
  }

  /**
   * The rule that the text breaks.
   *
   * @return never null
   */
  public Rule rule() {
    return rule;
  }

  /**
   * What was expected, and what was found.
   *
   * @return the message
   */
  public String reason() {
    return reason;
  }

  /**
   * Where.
   *
   * @return a character's index in the text, or its length
   */
  public int offset() {
    return offset;
  }
}
