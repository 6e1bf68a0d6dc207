using Tare.Bench;

// Benchmarks of the numerical engine beside their peers. Every benchmark checks the answer before it measures.
return args switch
{
    ["eci", var file] => EciBenchmark.Run(file),
    ["mml"] => MarginalBenchmark.Run(),
    ["multiverse"] => MultiverseBenchmark.Run(),
    [] or ["eci"] => EciBenchmark.Run(EciBenchmark.DefaultFile()),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: Tare.Bench [eci [eci_benchmarks.csv] | mml | multiverse]");
    return 2;
}
