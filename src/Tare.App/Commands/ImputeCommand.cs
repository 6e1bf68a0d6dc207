using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare impute FILE</c>: the score on a whole benchmark of which a part was run, and how far such scores are off.</summary>
internal static class ImputeCommand
{
    public static Command Build(Terminal terminal)
    {
        var o = new ImputeArguments();
        var command = new Command(
            "impute",
            "The score on a whole benchmark of which only a part was run, with its error; or how good such scores are."
        );
        o.AddTo(command);
        command.SetAction(
            (parse, cancel) =>
            {
                var path = parse.GetValue(o.File)!;
                var data = Responses.Read(path);
                var benchmarks = ItemBenchmarks.From(data, path, parse.GetValue(o.Benchmark), parse.GetValue(o.Prefix));
                var job = new ImputeJob(data, path, benchmarks) { Options = o.Options(parse) };
                var run = new CalibrateOutput(terminal, parse, Responses.DigestOf(path), parse.GetValue(o.Json));
                var code = parse.GetValue(o.HoldOut)
                    ? Study(terminal, run, job, cancel)
                    : Fill(terminal, run, job, parse.GetValue(o.Person), cancel);
                return Task.FromResult(code);
            }
        );
        return command;
    }

    private static int Study(Terminal terminal, CalibrateOutput run, ImputeJob job, CancellationToken cancel)
    {
        var study = job.HoldOut(terminal, cancel);
        run.Write([], () => ImputeJson.Of(null, study), t => ImputeScreen.Write(t, study));
        return ExitCode.Done;
    }

    private static int Fill(Terminal terminal, CalibrateOutput run, ImputeJob job, string? person, CancellationToken cancel)
    {
        if (person is null || !job.Data.Persons.Contains(person, StringComparer.Ordinal))
        {
            var near = NearestNames.Of(person ?? "", job.Data.Persons);
            throw InputException.At(
                person is null ? "--person" : $"--person '{person}'",
                person is null ? "not given" : $"not among the {Show.Count(job.Data.Persons.Count)} persons of {job.Path}",
                "the person who was run on a part of the items"
                    + (near.Count > 0 && person is not null ? $" (near: {string.Join(", ", near)})" : ""),
                "for example --person ID; or --hold-out to study all who have every item"
            );
        }

        var result = SubsetImputation.Of(job.Data, person, job.Benchmarks.Name, job.Benchmarks.NameOf, job.Options.Imputation, cancel);
        var study = job.HoldOutLike(terminal, result, cancel);
        var warnings = ImputeWarnings.Of(result, study);
        run.Write(warnings, () => ImputeJson.Of(result, study), t => ImputeScreen.Write(t, result, study));
        return ExitCode.Done;
    }
}
