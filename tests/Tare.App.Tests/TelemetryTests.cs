using System.Net;
using System.Net.Sockets;
using System.Text;
using Tare.App.Cli;
using Tare.Harnesses;
using Tare.Records;
using Tare.Testing;

namespace Tare.App.Tests;

public sealed class TelemetryTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    [Fact]
    public async Task Spans_of_model_calls_reach_the_collector_that_the_environment_names()
    {
        var port = FreePort();
        using var collector = new HttpListener();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        var received = ReceiveAsync(collector);

        using (Telemetry.Start(Surroundings((Endpoint, $"http://127.0.0.1:{port}"), ("OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=mine"))))
        {
            using var server = new ScriptedModelServer(_ => ScriptedReply.Say("SECRETWORD"));
            using var providers = new ModelProviders(new ModelSettings(), _ => "sk-MARKER", TimeProvider.System);
            using var provider = providers.Open(new PlannedModel("m", $"{server.OpenAI}#span-model"));
            var client = provider.Open(new AttemptContext(new AttemptKey("m", "bash-loop/1", "a/b", 1), "1"));
            var question = new ModelRequest { Messages = [new ModelMessage.FromUser("hello")] };
            await client.AskAsync(question, TestContext.Current.CancellationToken);
        }

        var (path, type, tenant, body) = await received.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        path.ShouldBe("/v1/traces");
        type.ShouldBe("application/x-protobuf");
        tenant.ShouldBe("mine");
        body.ShouldContain("chat span-model");
        body.ShouldContain("gen_ai.usage.input_tokens");
        body.ShouldNotContain("SECRETWORD");
        body.ShouldNotContain("MARKER");
    }

    [Fact]
    public void Without_a_collector_nothing_is_started() => Telemetry.Start(Surroundings()).ShouldBeNull();

    [Theory]
    [InlineData("localhost:4318", null, "environment variable OTEL_EXPORTER_OTLP_ENDPOINT: it is no URL")]
    [InlineData("http://localhost:4318", "http/json", "environment variable OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json'")]
    public void An_environment_that_names_no_collector_is_bad_input(string endpoint, string? protocol, string expected)
    {
        var terminal = Surroundings((Endpoint, endpoint), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol));
        Should.Throw<InputException>(() => Telemetry.Start(terminal)).Message.ShouldStartWith(expected);
    }

    private static Terminal Surroundings(params (string Name, string? Value)[] variables) =>
        new()
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Variable = name => variables.FirstOrDefault(v => v.Name == name).Value,
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(string Path, string? Type, string? Tenant, string Body)> ReceiveAsync(HttpListener collector)
    {
        var context = await collector.GetContextAsync();
        using var bytes = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(bytes);
        context.Response.ContentType = "application/x-protobuf";
        context.Response.Close();
        var request = context.Request;
        return (request.Url!.AbsolutePath, request.ContentType, request.Headers["x-tenant"], Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
