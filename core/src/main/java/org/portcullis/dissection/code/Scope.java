package org.portcullis.dissection.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.tree.Node;

/** Where variables live. */
final class Scope {

  /** What it belongs to. */
  enum Of {
    PROGRAM,
    FUNCTION,
    /** A comprehension, or a block. */
    BLOCK,
    /** A class, whose variables the functions in it do not see. */
    TYPE
  }

  private final Of of;
  private final @Nullable Scope parent;
  private final Node.@Nullable Type type;
  private final Map<String, Binding> bindings = new HashMap<>();
  private String self = "";
  private Node.@Nullable Type selfType;
  private final Set<String> outermost = new HashSet<>();
  private final Set<String> outer = new HashSet<>();

  /** A variable. */
  static final class Binding {

    private final boolean late;
    private @Nullable Node value;
    private @Nullable Scope where;
    private boolean several;
    private int count;

    private Binding(boolean late) {
      this.late = late;
    }

    /** Whether its name may still stand for what it stands for without it. */
    boolean isLate() {
      return late;
    }

    /** What it is bound to wherever it is used; null when that is not known. */
    @Nullable Node value() {
      return several ? null : value;
    }

    /** Where that is evaluated. */
    @Nullable Scope where() {
      return where;
    }

    private void bind(Node bound, Scope scope) {
      boolean again = value != null && !(value instanceof Node.Import && value.equals(bound));
      several |= again || bound == Node.UNKNOWN;
      value = bound;
      count++;
      where = scope;
    }
  }

  private Scope(Of of, @Nullable Scope parent, Node.@Nullable Type type) {
    this.of = of;
    this.parent = parent;
    this.type = type;
  }

  static Scope program() {
    return new Scope(Of.PROGRAM, null, null);
  }

  Scope inner(Of kind, Node.@Nullable Type owner) {
    return new Scope(kind, this, owner);
  }

  Of of() {
    return of;
  }

  @Nullable Scope parent() {
    return parent;
  }

  /** The parameter that is the object which a method is called on. */
  void declareSelf(String name, Node.Type owner) {
    self = name;
    selfType = owner;
  }

  /** The class of the object that this name stands for here; null when it stands for none. */
  Node.@Nullable Type self(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      Binding own = scope.own(name);
      if (own != null) {
        return scope.self.equals(name) && own.count == 1 ? scope.selfType : null;
      }
    }
    return null;
  }

  /** The class around it; null when there is none. */
  Node.@Nullable Type type() {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.type != null) {
        return scope.type;
      }
    }
    return null;
  }

  /**
   * Binds a variable here.
   *
   * @param value {@link Node#UNKNOWN} when what it is bound to is not known
   * @param where where the value is evaluated
   * @param late whether its name may still stand for something else
   */
  void bind(String name, Node value, Scope where, boolean late) {
    bindings.computeIfAbsent(name, key -> new Binding(late)).bind(value, where);
  }

  @Nullable Binding own(String name) {
    return bindings.get(name);
  }

  void declareOuter(String name, boolean isOutermost) {
    (isOutermost ? outermost : outer).add(name);
  }

  boolean isOutermost(String name) {
    return outermost.contains(name);
  }

  boolean isOuter(String name) {
    return outer.contains(name);
  }

  Scope outermostScope() {
    Scope scope = this;
    while (scope.parent != null) {
      scope = scope.parent;
    }
    return scope;
  }

  /** The function or program around it, or itself. */
  Scope function() {
    Scope scope = this;
    while (scope.of == Of.BLOCK && scope.parent != null) {
      scope = scope.parent;
    }
    return scope;
  }

  /** The variable that a name stands for here; null when it is none of the program. */
  @Nullable Binding find(String name) {
    if (isOutermost(name)) {
      return outermostScope().own(name);
    }
    boolean inside = false;
    for (Scope scope = this; scope != null; scope = scope.parent) {
      Binding found = inside && scope.of == Of.TYPE ? null : scope.own(name);
      if (found != null) {
        return found;
      }
      inside |= scope.of != Of.TYPE;
    }
    return null;
  }
}
