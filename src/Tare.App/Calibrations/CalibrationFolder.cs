using System.Text;
using Tare.App.Reporting;
using Tare.Psychometrics;
using Tare.Web;

namespace Tare.App.Calibrations;

/// <summary>A calibration on disk: tables, the JSON result, the page and its figures.</summary>
internal sealed class CalibrationFolder
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly CalibrationReport? _report;

    private CalibrationFolder(CalibrationReport? report) => _report = report;

    /// <summary>The folder of calibrated items; the page's reader gets the notes on the responses too.</summary>
    public static CalibrationFolder Of(ItemCalibration fit, CoefficientLayout layout, IReadOnlyList<string> notes)
    {
        var report = CalibrationReports.Of(fit) with { Warnings = [.. notes, .. fit.Warnings] };
        var folder = new CalibrationFolder(report);
        folder.Add("items.csv", ItemsCsv.Of(fit.Items, layout));
        folder.Add("persons.csv", PersonsCsv.Of(fit.Persons.Zip(report.Persons, (p, r) => (p, r.Responses))));
        return folder;
    }

    /// <summary>The folder of conditional or joint estimates: tables, no page, since no population stands behind its curves.</summary>
    public static CalibrationFolder Of(PersonItemEstimates fit, ResponseMatrix data, CoefficientLayout layout)
    {
        var counts = new int[data.Persons.Count];
        foreach (var person in data.PersonOf)
        {
            counts[person]++;
        }

        var folder = new CalibrationFolder(null);
        folder.Add("items.csv", ItemsCsv.Of(fit.Items, layout));
        folder.Add("persons.csv", PersonsCsv.Of(fit.Persons.Zip(counts)));
        return folder;
    }

    /// <summary>The folder of a family whose items have several slopes: the JSON result alone.</summary>
    public static CalibrationFolder OfResult() => new(null);

    /// <summary>The folder of variance components.</summary>
    public static CalibrationFolder Of(ManyFacetCalibration fit, ResponseMatrix data)
    {
        var folder = new CalibrationFolder(CalibrationReports.Of(fit, data));
        using var components = new StringWriter();
        CsvText.Line(components, "term", "sd", "lower", "upper");
        foreach (var c in fit.Components)
        {
            CsvText.Line(components, c.Term, CsvText.Number(c.StandardDeviation), CsvText.Number(c.Lower), CsvText.Number(c.Upper));
        }

        using var effects = new StringWriter();
        CsvText.Line(effects, "term", "level", "effect", "standard_error");
        foreach (var term in fit.Effects)
        {
            foreach (var level in term.Levels)
            {
                CsvText.Line(
                    effects,
                    term.Term.Name,
                    string.Join(" x ", level.Level),
                    CsvText.Number(level.Value),
                    CsvText.Number(level.StandardError)
                );
            }
        }

        folder.Add("components.csv", components.ToString());
        folder.Add("effects.csv", effects.ToString());
        return folder;
    }

    /// <summary>Writes everything; a file of the same name is replaced, others are left alone.</summary>
    /// <returns>The files, by path inside the folder.</returns>
    public async Task<IReadOnlyCollection<string>> WriteAsync(string path, string json, ReportContext context)
    {
        Add("calibration.json", json);
        foreach (var file in _report is null ? [] : await CalibrationFiles.RenderAsync(_report, context))
        {
            _files[file.Path] = file.Content;
        }

        ReportFolder.Write(path, _files);
        return _files.Keys;
    }

    private void Add(string path, string content) => _files[path] = Encoding.UTF8.GetBytes(content);
}
