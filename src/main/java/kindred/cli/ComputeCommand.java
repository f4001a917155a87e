package kindred.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import kindred.run.ComputeTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tries the engine in this very process; the window's compute page starts it. */
@Command(
    name = "compute",
    hidden = true,
    description = "Load the engine, list its devices, and multiply two matrices.")
final class ComputeCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Option(names = "--threads", description = "CPU threads. Default: one per core")
  int threads;

  @Override
  public Integer call() {
    ComputeTest.Report report = ComputeTest.here(threads);
    Terminal terminal = kindred.terminal();
    terminal.line(report.engine() + " from " + report.nativeFolder());
    terminal.line("devices: " + String.join(", ", report.devices()));
    terminal.line(
        String.format(
            Locale.ROOT,
            "%s, %d threads: two 1024×1024 matrices in %.1f ms (%.0f GFLOPS)",
            report.device(),
            report.threads(),
            report.milliseconds(),
            report.gigaflops()));
    terminal.result(ComputeTest.json(report));
    return 0;
  }
}
