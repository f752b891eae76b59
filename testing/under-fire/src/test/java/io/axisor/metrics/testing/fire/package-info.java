/**
 * What becomes of the library, and of the application around it, when things go wrong: databases that stop, hang or hold
 * nonsense, clocks that step, replicas that die, configurations that want harm.
 *
 * <p>Here belongs what needs several modules, a real process or many repetitions to show, each with a {@link
 * io.axisor.metrics.testing.fire.Figures figure}. What one module can show by itself is tested there.
 */
@NullMarked
package io.axisor.metrics.testing.fire;

import org.jspecify.annotations.NullMarked;
