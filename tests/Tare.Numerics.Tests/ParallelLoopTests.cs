namespace Tare.Numerics.Tests;

public sealed class ParallelLoopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Results_come_in_the_order_of_the_units(int threads)
    {
        var results = ParallelLoop.Run(500, threads, Pool(), (k, _) => RandomSource.For("unit", k).NextBits(), null, Token);

        results.ShouldBe(Enumerable.Range(0, 500).Select(k => RandomSource.For("unit", k).NextBits()));
    }

    [Fact]
    public void A_workspace_serves_one_unit_at_a_time()
    {
        var made = 0;
        var pool = new WorkspacePool<int[]>(() =>
        {
            Interlocked.Increment(ref made);
            return new int[1];
        });
        var clashes = ParallelLoop.Run(
            2_000,
            4,
            pool,
            (_, busy) =>
            {
                var clash = Interlocked.Increment(ref busy[0]) != 1;
                Interlocked.Decrement(ref busy[0]);
                return clash;
            },
            null,
            Token
        );

        clashes.ShouldNotContain(true);
        made.ShouldBeInRange(1, 2_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Progress_counts_up_to_the_end(int threads)
    {
        var seen = new List<int>();
        ParallelLoop.Run(200, threads, Pool(), (k, _) => k, new Recorder(seen), Token);

        seen.ShouldBe(Enumerable.Range(1, 200));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancellation_stops_between_units(int threads)
    {
        using var source = new CancellationTokenSource();
        var done = 0;
        Should.Throw<OperationCanceledException>(() =>
            ParallelLoop.Run(
                1_000_000,
                threads,
                Pool(),
                (k, _) =>
                {
                    if (Interlocked.Increment(ref done) == 50)
                    {
                        source.Cancel();
                    }

                    return k;
                },
                null,
                source.Token
            )
        );
        done.ShouldBeLessThan(1_000_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_exception_of_the_lowest_unit_arrives_as_it_was(int threads)
    {
        var thrown = Should.Throw<InvalidDataException>(() =>
            ParallelLoop.Run(400, threads, Pool(), (k, _) => k >= 37 ? throw new InvalidDataException($"unit {k}") : k, null, Token)
        );

        thrown.Message.ShouldBe("unit 37");
    }

    private static WorkspacePool<object> Pool() => new(() => new object());

    private sealed class Recorder(List<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen.Add(value);
    }
}
