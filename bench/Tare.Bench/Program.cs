using Tare.Bench;

// Benchmarks, beside their peers where there are any. Every benchmark checks the answer before it measures.
return args switch
{
    ["eci", var file] => EciBenchmark.Run(file),
    ["mml"] => MarginalBenchmark.Run(),
    ["sandbox"] => await SandboxBenchmark.RunAsync(),
    ["runner"] => await RunnerBenchmark.RunAsync(),
    ["runner", var kept] => await RunnerBenchmark.RunAsync(int.Parse(kept, System.Globalization.CultureInfo.InvariantCulture)),
    ["multiverse"] => MultiverseBenchmark.Run(),
    ["dossier", var program] => DossierBenchmark.Run(program),
    [] or ["eci"] => EciBenchmark.Run(EciBenchmark.DefaultFile()),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: Tare.Bench [eci [eci_benchmarks.csv] | mml | multiverse | runner [ATTEMPTS] | sandbox | dossier TARE]");
    return 2;
}
