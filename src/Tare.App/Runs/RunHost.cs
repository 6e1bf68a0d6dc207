using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Harnesses;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Runs;

/// <summary>What runs need of this host: models, harnesses, a place where commands run.</summary>
internal sealed class RunHost : IDisposable
{
    private readonly ModelProviders _models;
    private readonly IDisposable? _spans;

    private RunHost(ModelProviders models, IDisposable? spans, RunServices services)
    {
        _models = models;
        _spans = spans;
        Services = services;
    }

    /// <summary>Everything that a runner takes.</summary>
    public RunServices Services { get; }

    /// <summary>Looks at this host, and refuses it where it cannot promise what the plan demands.</summary>
    /// <param name="terminal">Keys come from its environment.</param>
    /// <param name="plan">What will run.</param>
    /// <param name="prices">File of the price book, or <see langword="null"/>.</param>
    /// <param name="parallel">Attempts at one time, or <see langword="null"/> for the number of processors.</param>
    /// <param name="cancel">Ends the look at the host.</param>
    /// <exception cref="InputException">The host cannot promise it, a harness or the validity rules are unknown, or a model cannot be opened.</exception>
    public static async Task<RunHost> OpenAsync(Terminal terminal, Plan plan, string? prices, int? parallel, CancellationToken cancel)
    {
        var book = prices is null ? CataloguePrices(terminal, plan) : PriceBookReader.Read(prices);
        var sandboxes = await HostSandboxes.OpenAsync(plan.Isolation, cancel);
        var models = new ModelProviders(new ModelSettings(), terminal.Variable, TimeProvider.System);
        var harness = new BashLoop();
        var host = new RunHost(
            models,
            Telemetry.Start(terminal),
            new RunServices
            {
                Models = models.Open,
                Harnesses = new Dictionary<string, IHarness>(StringComparer.Ordinal) { [harness.Identity.Name] = harness },
                OpenSandbox = sandboxes.Open,
                HostWarnings = sandboxes.Warnings,
                Prices = book,
                Clock = terminal.Clock,
                Product = $"tare {ProductVersion.Text}",
                Parallel = parallel ?? Environment.ProcessorCount,
            }
        );
        try
        {
            host.Require(plan);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _models.Dispose();
        _spans?.Dispose();
    }

    /// <summary>Opens every model once, beside what the runner asks of a plan, so that what is missing is known before tasks are drawn.</summary>
    private void Require(Plan plan)
    {
        Services.Require(plan);
        foreach (var model in plan.Models)
        {
            Services.Models(model).Dispose();
        }
    }

    /// <summary>What the catalogue's updates say that the plan's models cost at their own providers; the others have no known price.</summary>
    private static PriceBook CataloguePrices(Terminal terminal, Plan plan)
    {
        var addresses = plan.Models.Select(m => ModelAddress.Parse(m.Address, $"model {m.Label}")).ToList();
        (string Seller, List<string> Models)[] sellers =
        [
            ("openai", [.. addresses.OfType<ModelAddress.OpenAI>().Select(a => a.Model)]),
            ("anthropic", [.. addresses.OfType<ModelAddress.Anthropic>().Select(a => a.Model)]),
        ];
        return new PriceBook([
            .. sellers
                .Where(s => s.Models.Count > 0)
                .SelectMany(s => PriceBookReader.Of(new Inputs(terminal).Releases, s.Seller, s.Models).Prices),
        ]);
    }
}
