using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads a checkout of tracked-models: <c>models.csv</c>, and in <c>metadata/</c> (or beside it) parameters, regions and dates.</summary>
/// <remarks>A release is found by the whole Hugging Face identifier or by the checkpoint's name behind the slash, as written, never by a likeness.</remarks>
internal sealed class TrackedModelsImporter(DateOnly retrieved, ReleaseCatalogue catalogue)
{
    public const string Format = "tracked-models";
    private const decimal Billion = 1_000_000_000;

    private readonly UpdateBuilder _update = new(Format, retrieved, catalogue);
    private readonly SortedDictionary<string, string?> _releases = new(StringComparer.Ordinal);

    public CatalogueUpdate Read(ImportSource source)
    {
        if (!source.IsFolder)
        {
            throw InputException.At(source.Name, "a file", "a folder with models.csv", "name the folder of the checkout");
        }

        var files = new List<InputFile>();
        ReadTable(source, files, "models.csv", isRequired: true, ["org", "model", "modelId"], ReadModel);
        ReadTable(
            source,
            files,
            "model_parameters.csv",
            isRequired: false,
            ["model_id", "total_params_b", "active_params_b"],
            ReadParameters
        );
        ReadTable(
            source,
            files,
            "release_date_corrections.csv",
            isRequired: false,
            ["model_id", "hf_created_at", "actual_release_date"],
            ReadDate
        );
        ReadTable(source, files, "organization_regions.csv", isRequired: false, ["hf_org", "region"], ReadRegion);
        return _update.Build(files);
    }

    private static void ReadTable(
        ImportSource source,
        List<InputFile> files,
        string name,
        bool isRequired,
        string[] columns,
        Action<CsvRow> read
    )
    {
        string[] places = [Path.Combine(source.Name, name), Path.Combine(source.Name, "metadata", name)];
        if (Array.Find(places, File.Exists) is not { } path)
        {
            if (isRequired)
            {
                throw InputException.At(
                    places[0],
                    "missing",
                    "the list of models of a tracked-models checkout",
                    "name the folder that holds models.csv"
                );
            }

            return;
        }

        files.Add(new InputFile(path, ImportSource.Sha256Of(path)));
        using var table = CsvTable.Open(CommentFree.Open(path), path, columns);
        foreach (var row in table.Rows())
        {
            read(row);
        }
    }

    private void ReadModel(CsvRow row)
    {
        var id = row.Text("modelId");
        _releases[id] = _update.Resolve(id, Checkpoint(id));
        if (_releases[id] is { } release)
        {
            _update.State(release, CatalogueField.Weights, "open", id);
        }
    }

    private void ReadParameters(CsvRow row)
    {
        if (Release(row) is not { } release)
        {
            return;
        }

        var isUnverified = row.Optional("count_status") is { } status and not "verified" && status.Length > 0;
        void State(CatalogueField field, string column)
        {
            if (row.OptionalNumber(column) is not { } billions)
            {
                return;
            }

            if (billions is > 0 and < 1e6)
            {
                var whole = decimal.Round((decimal)billions * Billion);
                _update.State(release, field, whole.ToString("0", CultureInfo.InvariantCulture), row.Text("model_id"), isUnverified);
            }
            else
            {
                _update.Tally.Add("parameter counts", "not above 0 and below a million billion", row.Where);
            }
        }

        State(CatalogueField.TotalParameters, "total_params_b");
        State(CatalogueField.ActiveParameters, "active_params_b");
        foreach (var column in (string[])["is_moe", "notes"])
        {
            if (row.Optional(column) is not null)
            {
                _update.Tally.Add($"fields '{column}'", "the catalogue has no place for them", null);
            }
        }
    }

    private void ReadDate(CsvRow row)
    {
        if (Release(row) is not { } release)
        {
            return;
        }

        if (row.Optional("actual_release_date") is { } date)
        {
            _update.StateDate(release, date, row.Text("model_id"));
        }

        if (row.Optional("hf_created_at") is not null)
        {
            _update.Tally.Add("fields 'hf_created_at'", "the day on which a repository was made is no release date", null);
        }
    }

    private void ReadRegion(CsvRow row)
    {
        var organisation = row.Text("hf_org");
        var country = row.Optional("region") switch
        {
            "us" => "US",
            "china" => "CN",
            _ => null,
        };
        foreach (var (id, release) in _releases)
        {
            if (release is null || !id.StartsWith($"{organisation}/", StringComparison.Ordinal))
            {
                continue;
            }

            if (country is null)
            {
                _update.Tally.Add("regions", "not one country", $"{organisation}: {row.Optional("region") ?? "empty"}");
            }
            else
            {
                _update.State(release, CatalogueField.Country, country, organisation);
            }
        }
    }

    private string? Release(CsvRow row)
    {
        var id = row.Text("model_id");
        if (!_releases.TryGetValue(id, out var release))
        {
            _releases[id] = release = _update.Resolve(id, Checkpoint(id));
        }

        return release;
    }

    private static string Checkpoint(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
