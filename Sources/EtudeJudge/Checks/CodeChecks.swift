/// What code decides about a text, so that no judge is asked or trusted with it.
public enum CodeChecks: Sendable {}
