package kindred.experiment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a person is told of a component of a stage's record: enough for a form to ask for it and for
 * a command line to name it. On a component that is a record itself it names the group of that
 * record's own settings, and its {@link #when} and {@link #advanced} hold for all of them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** A word or two, in sentence case. */
  String label();

  /** What its number counts, or nothing. */
  String unit() default "";

  /** A sentence or two: what it does, and what is usual where that says something. */
  String help() default "";

  /**
   * How the command line takes it: an option such as {@code --lr}, or, without dashes, an argument,
   * which are written in the order of the components.
   */
  String option() default "";

  /** Whether few need it. */
  boolean advanced() default false;

  /**
   * Where it means something: a path of component names from the stage on, = or !=, and values
   * separated by |, as in {@code training.optimizer.kind=sgd|lars}. A stage without such a
   * component has no value there. Empty for everywhere.
   */
  String when() default "";

  /** What may stand there. */
  Takes takes() default Takes.VALUE;

  /** What it means to leave it out, where that is no value of its own. */
  String unset() default "none";

  /**
   * Names for people of the constants of an enum, in their order; none if the constants' own do.
   */
  String[] choices() default {};

  /** Kinds of things that settings name. */
  enum Takes {
    /** Whatever the type says. */
    VALUE,
    /** A data set of the workspace. */
    DATASET,
    /** A data set of the workspace with labels. */
    LABELED_DATASET,
    /** A run with vectors of its images, or a file of vectors. */
    VECTORS,
    /** A run of a neighbor search, or the file of one. */
    NEIGHBORS,
    /** A run with vectors, of labeled images. */
    REPRESENTATION,
    /** A run with an encoder, or a file with its weights. */
    WEIGHTS,
    /** A file. */
    FILE;

    /** Whether a file may stand there. */
    public boolean file() {
      return this == VECTORS || this == NEIGHBORS || this == WEIGHTS || this == FILE;
    }

    /** Whether a run may stand there. */
    public boolean run() {
      return this == VECTORS || this == NEIGHBORS || this == WEIGHTS || this == REPRESENTATION;
    }
  }
}
