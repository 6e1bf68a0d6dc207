using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Joins models, their dates and the curated overrides.</summary>
internal sealed class CuratedModels(ICuratedFiles files, IReadOnlyList<Source> sources)
{
    private readonly SortedDictionary<string, LanguageModel> _models = new(StringComparer.Ordinal);

    public IReadOnlyList<LanguageModel> Read()
    {
        ReadModels();
        ReadDates();
        ReadOverrides();
        return [.. _models.Values];
    }

    private void ReadModels()
    {
        using var table = CuratedLoader.Open(files, "models.csv", "id", "name", "developer", "country", "weights", "terms", "access");
        foreach (var row in table.Rows())
        {
            var weights = row.OptionalChoice<Weights>("weights") ?? Weights.Unknown;
            var terms = row.OptionalChoice<LicenceTerms>("terms") ?? LicenceTerms.Unknown;
            if ((weights == Weights.Closed) != (terms == LicenceTerms.Closed))
            {
                throw row.Error("terms", "'closed' exactly where the weights are closed", "correct one of the two columns");
            }

            var model = new LanguageModel
            {
                Id = row.Id("id"),
                Name = row.Text("name"),
                Developer = row.Optional("developer"),
                Country = row.OptionalCountry("country"),
                Weights = weights,
                Terms = terms,
            };
            if (!_models.TryAdd(model.Id, model))
            {
                throw row.Error("id", "every identifier once", "remove one of the two rows");
            }
        }
    }

    private void ReadDates()
    {
        using var table = CuratedLoader.Open(files, "release-dates.csv", "model", "date", "kind", "source", "note");
        var dates = new Dictionary<string, List<ReleaseDate>>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            var model = Model(row);
            var kind =
                row.OptionalChoice<ReleaseDateKind>("kind")
                ?? throw row.Error("kind", "listed, announcement or release", "fill in the kind");
            CuratedLoader.CheckSource(row, "source", sources);
            var date = new ReleaseDate(row.Date("date"), kind, row.Text("source"));
            if (!dates.TryGetValue(model.Id, out var list))
            {
                dates[model.Id] = list = [];
            }

            if (list.Exists(d => d.Source == date.Source && d.Kind == date.Kind))
            {
                throw row.Error("date", "one date for each model, kind and source", "remove one of the two rows");
            }

            list.Add(date);
        }

        foreach (var (id, list) in dates)
        {
            _models[id] = _models[id] with { ReleaseDates = list };
        }
    }

    private void ReadOverrides()
    {
        using var table = CuratedLoader.Open(files, "overrides.csv", "model", "field", "value", "reason", "source");
        foreach (var row in table.Rows())
        {
            var model = Model(row);
            CuratedLoader.CheckSource(row, "source", sources);
            var reason = row.Text("reason");
            var changed = (row.OptionalWord("field", "weights", "terms", "country") ?? row.Text("field")) switch
            {
                "weights" => model with { Weights = row.OptionalChoice<Weights>("value") ?? Weights.Unknown },
                "terms" => model with { Terms = row.OptionalChoice<LicenceTerms>("value") ?? LicenceTerms.Unknown },
                _ => model with { Country = row.OptionalCountry("value") },
            };
            var reasons = model.OverrideReason is { } earlier ? $"{earlier} {reason}" : reason;
            _models[model.Id] = changed with { OverrideReason = reasons };
        }
    }

    private LanguageModel Model(CsvRow row)
    {
        var id = row.Id("model");
        return _models.TryGetValue(id, out var model)
            ? model
            : throw row.Error(
                "model",
                "the identifier of a row of data/models.csv",
                Nearest.Sentence(id, _models.Keys, "add it there first, or correct the identifier")
            );
    }
}
