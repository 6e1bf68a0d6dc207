using System.Net;
using System.Net.Sockets;
using System.Text;
using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Data sets from a mirror and over HTTP: complete and checked, or not there at all.</summary>
public sealed class DataPullerTests : IDisposable
{
    private const string Table = "model,benchmark,performance\nGPT-5,HLE,0.25\n";
    private readonly Workbench _bench = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly List<Loopback> _servers = [];

    public void Dispose()
    {
        _servers.ForEach(s => s.Dispose());
        _http.Dispose();
        _bench.Dispose();
    }

    private string Target => _bench.PathOf("data");

    private Task<PulledDataSet> PullAsync(DataSet set, string? mirror = null, CancellationToken? cancel = null) =>
        new DataPuller(_http, new FixedClock()).PullAsync(set, Target, mirror, null, cancel ?? TestContext.Current.CancellationToken);

    private DataSet Set(Loopback? server, string? sha256 = null, string id = "epoch-latest") =>
        new(id, "t", "p", "l", "epoch-eci", [new("eci_benchmarks.csv", server?.Url ?? new Uri("http://127.0.0.1:1/x"), sha256)]);

    private Loopback Serve(string response)
    {
        var server = new Loopback(response);
        _servers.Add(server);
        return server;
    }

    private static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";

    [Fact]
    public async Task A_download_is_recorded_with_the_hash_that_it_had()
    {
        var pulled = await PullAsync(Set(Serve(Ok(Table))));
        pulled.Retrieved.ShouldBe(new DateOnly(2026, 11, 22));
        pulled.Files.Single().Sha256.ShouldBe(ImportSource.Sha256Of(Path.Combine(Target, "epoch-latest", "eci_benchmarks.csv")));
        var resolved = new EvidenceResolver(null, Target).Resolve("epoch-latest");
        resolved.Evidence.Name.ShouldBe("epoch-latest");
        resolved.Evidence.Scores.Single().Value.ShouldBe(0.25);
        resolved.Files.Single().Sha256.ShouldBe(pulled.Files.Single().Sha256);
        Directory.GetFileSystemEntries(Target).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_failed_download_leaves_the_earlier_one_untouched()
    {
        await PullAsync(Set(Serve(Ok(Table))));
        var server = Serve("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n" + Table);
        await Should.ThrowAsync<InputException>(() => PullAsync(Set(server)));
        PulledDataSets.Load(Target, "epoch-latest").Files.Single().Bytes.ShouldBe(Table.Length);
        Directory.GetFileSystemEntries(Target).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_not_the_data_set_is_refused_and_not_stored()
    {
        var complaints = new Complaints(_bench);
        void Pull(string title, DataSet set, string? mirror = null)
        {
            var failure = Should.Throw<InputException>(() => PullAsync(set, mirror).GetAwaiter().GetResult());
            complaints.Add(
                title,
                () =>
                    throw new InputException(
                        System.Text.RegularExpressions.Regex.Replace(
                            failure.Message,
                            "127\\.0\\.0\\.1:\\d+",
                            "server",
                            default,
                            TimeSpan.FromSeconds(1)
                        )
                    )
            );
            PulledDataSets.Exists(Target, set.Id).ShouldBeFalse();
            Directory.GetFileSystemEntries(Target).ShouldBeEmpty();
        }

        var hash = new string('0', 64);
        Pull("a dated set whose content differs", Set(Serve(Ok(Table)), hash, "epoch-2026-08"));
        Pull("an error page", Set(Serve(Ok("<html>moved</html>"))));
        Pull("not found", Set(Serve("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")));
        Directory.CreateDirectory(_bench.PathOf("mirror"));
        Pull("not in the mirror", Set(null), _bench.PathOf("mirror"));
        Directory.CreateDirectory(_bench.PathOf("mirror/epoch-2026-08"));
        _bench.Write("mirror/epoch-2026-08/eci_benchmarks.csv", Table);
        Pull("another content in the mirror", Set(null, hash, "epoch-2026-08"), _bench.PathOf("mirror"));
        complaints.Add(
            "an unknown data set",
            () =>
                new DataPuller(_http, new FixedClock())
                    .PullAsync("epoch-2026-8", Target, null, null, TestContext.Current.CancellationToken)
                    .GetAwaiter()
                    .GetResult()
        );
        Approval.Check(complaints.ToString(), "data-pull");
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_download_that_is_stopped_leaves_nothing()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var server = Serve("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhang" + Table);
        await Should.ThrowAsync<OperationCanceledException>(() => PullAsync(Set(server), cancel: stop.Token));
        Directory.GetFileSystemEntries(Target).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_file_of_a_pulled_set_is_named()
    {
        await PullAsync(Set(Serve(Ok(Table))));
        var path = Path.Combine(Target, "epoch-latest", "eci_benchmarks.csv");
        await File.WriteAllTextAsync(path, Table.Replace("0.25", "0.26", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var message = _bench.Complaint(() => new EvidenceResolver(null, Target).Resolve("epoch-latest"));
        message.ShouldStartWith("{folder}/data/epoch-latest/eci_benchmarks.csv: changed since it came");
    }

    [Fact]
    public async Task The_mirror_gives_the_dated_matrix_and_the_files_of_spring()
    {
        var mirror = Mirror.PathOf(".");
        var puller = new DataPuller(_http, new FixedClock());
        foreach (var (id, scores) in new[] { ("epoch-2026-08", 2249), ("epoch-2026-spring", 1376) })
        {
            await puller.PullAsync(id, Target, mirror, null, TestContext.Current.CancellationToken);
            var resolved = new EvidenceResolver(null, Target).Resolve(id);
            resolved.Evidence.Name.ShouldBe(id);
            resolved.Evidence.Scores.Count.ShouldBe(scores);
        }
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    }

    /// <summary>A server on the loopback address that gives one answer and closes the connection; after "hang" it keeps it open.</summary>
    private sealed class Loopback : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();

        public Loopback(string response)
        {
            _listener.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/eci_benchmarks.csv");
            _ = Task.Run(() => AnswerAsync(response));
        }

        public Uri Url { get; }

        public void Dispose()
        {
            _stop.Cancel();
            _listener.Dispose();
            _stop.Dispose();
        }

        private async Task AnswerAsync(string response)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                _ = await stream.ReadAtLeastAsync(new byte[4096], 16, throwOnEndOfStream: false, _stop.Token);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(response), _stop.Token);
                if (response.Contains("\r\n\r\nhang", StringComparison.Ordinal))
                {
                    await Task.Delay(TimeSpan.FromSeconds(30), _stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}
