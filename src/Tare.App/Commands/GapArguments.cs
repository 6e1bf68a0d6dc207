using System.CommandLine;
using Tare.App.Cli;

namespace Tare.App.Commands;

/// <summary>The arguments and options of <c>tare gap</c>.</summary>
internal sealed class GapArguments
{
    public Argument<string?> Method { get; } =
        new("METHOD")
        {
            Description = "A methodology: a name ('tare methods list') or a YAML file. Default eci.",
            Arity = ArgumentArity.ZeroOrOne,
        };

    public Option<string?> Evidence { get; } = CommonOptions.Evidence();

    public Option<int> Draws { get; } = CommonOptions.Draws();

    public Option<double?> Level { get; } = CommonOptions.Level();

    public Option<string?> Scores { get; } =
        new("--scores")
        {
            Description =
                "A table of published abilities instead of a fit: name,value,lower,upper,release_date,group. Empty bounds mark an anchor.",
            HelpName = "FILE.csv",
        };

    public Option<double?> ScoresLevel { get; } =
        CommonOptions.Level("--scores-level", "Level of the bounds in that table, in (0, 1). Default: --level.");

    public Option<string[]> Date { get; } =
        new("--date") { Description = "Give a model another release date; may be given several times.", HelpName = "ID=DATE" };

    public Option<string[]> Group { get; } =
        new("--group") { Description = "Put a model into a group of the axis; may be given several times.", HelpName = "ID=GROUP" };

    public Option<DateOnly?> Since { get; } =
        CommonOptions.Date("--since", "Start of the period for mean lags. Default: the methodology's (2025-01-20, DeepSeek-R1).");

    public Option<string?> Axis { get; } =
        new("--axis") { Description = "weights, country, licence or model. Default: the methodology's.", HelpName = "AXIS" };

    public Option<string?> Leader { get; } =
        new("--leader") { Description = "The leading group on the axis: closed, US, ...", HelpName = "GROUP" };

    public Option<string?> Follower { get; } =
        new("--follower") { Description = "The following group: open, CN, permissive, ...", HelpName = "GROUP" };

    public Option<string?> Definition { get; } =
        new("--definition") { Description = "One definition of the lag, or all. Default all.", HelpName = "NAME|all" };

    public Option<string?> Model { get; } =
        new("--model") { Description = "The follower whose own lag is asked for, by id or name. Default: the best.", HelpName = "NAME" };

    public Option<string?> Models { get; } =
        new("--models")
        {
            Description = "Models, each as the only follower under every definition, and the span that the definition alone makes.",
            HelpName = "NAME,NAME",
        };

    public Option<DateOnly?> AsOf { get; } = CommonOptions.Date("--as-of", "Count only models released by this day.");

    public Option<string[]> Set { get; } = CommonOptions.Set();

    public Option<bool> Json { get; } = CommonOptions.Json();

    public void AddTo(Command command)
    {
        command.Add(Method);
        Option[] options =
        [
            Evidence,
            Draws,
            Level,
            Scores,
            ScoresLevel,
            Date,
            Group,
            Since,
            Axis,
            Leader,
            Follower,
            Definition,
            Model,
            Models,
            AsOf,
            Set,
            Json,
        ];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }
}
