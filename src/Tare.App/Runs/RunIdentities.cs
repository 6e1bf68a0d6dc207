using Tare.Analysis;
using Tare.Catalogue;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.App.Runs;

/// <summary>Which models of a run are on a public scale: by label or address through the names and aliases that are known, or as the person states; never by likeness.</summary>
/// <param name="Known">Identifier on the scale, by label.</param>
/// <param name="Unresolved">Models that nothing names, with what was looked for; those that the person said are none are not among them.</param>
internal sealed record RunIdentities(IReadOnlyDictionary<string, string> Known, IReadOnlyList<(string Label, string Why)> Unresolved)
{
    /// <summary>What <c>--as LABEL=none</c> says: the model is to be placed, whatever its name.</summary>
    private const string None = "none";

    private const string Option = "--as";

    /// <summary>Resolves every model of a run.</summary>
    /// <param name="models">The models.</param>
    /// <param name="scale">The public scale.</param>
    /// <param name="stated">Pairs LABEL=NAME.</param>
    /// <exception cref="InputException">A statement names no model of the run or of the scale, or two models are the same one.</exception>
    public static RunIdentities Of(IReadOnlyList<PlannedModel> models, AbilityTable scale, IEnumerable<string> stated)
    {
        var (known, unresolved) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<(string, string)>());
        var statements = Statements(models, stated);
        foreach (var model in models)
        {
            if (statements.TryGetValue(model.Label, out var name))
            {
                if (name != None)
                {
                    known[model.Label] = Stated(model.Label, name, scale);
                }

                continue;
            }

            var (id, why) = Resolved(model, scale);
            if (id is not null)
            {
                known[model.Label] = id;
            }
            else
            {
                unresolved.Add((model.Label, why));
            }
        }

        RequireDistinct(known);
        return new RunIdentities(known, unresolved);
    }

    private static Dictionary<string, string> Statements(IReadOnlyList<PlannedModel> models, IEnumerable<string> stated)
    {
        var statements = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in stated)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == text.Length - 1)
            {
                throw InputException.At(
                    Option,
                    $"'{text}'",
                    "LABEL=NAME with both parts",
                    "for example --as mine=gpt-5, or --as mine=none"
                );
            }

            var label = text[..at];
            if (models.All(m => m.Label != label))
            {
                var near = NearestNames.Of(label, models.Select(m => m.Label));
                throw InputException.At(
                    Option,
                    $"'{label}'",
                    $"a model of the run: {string.Join(", ", models.Select(m => m.Label))}",
                    near.Count > 0 ? $"did you mean '{near[0]}'?" : "name one of them"
                );
            }

            if (!statements.TryAdd(label, text[(at + 1)..]))
            {
                throw InputException.At(Option, $"'{label}' twice", "one statement for a model", "leave one of them out");
            }
        }

        return statements;
    }

    private static string Stated(string label, string name, AbilityTable scale)
    {
        if (Find(name, scale) is { } id)
        {
            return id;
        }

        var near = NearestNames.Of(name, scale.Rows.SelectMany(r => new[] { r.Id, r.Name }));
        throw InputException.At(
            Option,
            $"{label}='{name}'",
            $"a model among the {scale.Rows.Count} on the public scale" + (near.Count > 0 ? $" (near: {string.Join(", ", near)})" : ""),
            $"'tare fit METHOD' lists them; --as {label}=none says that it is not one of them"
        );
    }

    private static (string? Id, string Why) Resolved(PlannedModel model, AbilityTable scale)
    {
        string[] names =
        [
            model.Label,
            .. ModelAddress.Parse(model.Address, "plan.yaml").ModelName is { } served ? [served] : Array.Empty<string>(),
        ];
        var found = names.Select(n => (Name: n, Id: Find(n, scale))).Where(f => f.Id is not null).ToList();
        var ids = found.Select(f => f.Id).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 1)
        {
            return (ids[0], "");
        }

        if (ids.Count > 1)
        {
            return (null, $"'{found[0].Name}' and '{found[1].Name}' name two models, {ids[0]} and {ids[1]}");
        }

        var elsewhere = names.Select(CuratedData.Names.Model).FirstOrDefault(id => id is not null);
        var looked = string.Join(" nor ", names.Distinct(StringComparer.Ordinal).Select(n => $"'{n}'"));
        return (null, elsewhere is null ? $"no model is called {looked}" : $"{elsewhere} is not in this fit");
    }

    private static string? Find(string name, AbilityTable scale)
    {
        var curated = CuratedData.Names.Model(name);
        return scale
            .Rows.FirstOrDefault(r =>
                string.Equals(r.Id, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase)
                || (curated is not null && string.Equals(r.Id, curated, StringComparison.Ordinal))
            )
            ?.Id;
    }

    private static void RequireDistinct(Dictionary<string, string> known)
    {
        if (known.GroupBy(k => k.Value, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            var labels = twice.Select(k => k.Key).Order(StringComparer.Ordinal).ToList();
            throw InputException.At(
                "models of the run",
                $"{string.Join(" and ", labels)} are both {twice.Key}",
                "one model of the run for each on the public scale, since their errors there would be one and the same",
                $"--as {labels[^1]}=none takes one of them as a model to be placed"
            );
        }
    }
}
