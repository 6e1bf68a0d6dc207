using System.Globalization;

namespace Tare.App.Tests;

/// <summary>A folder of small tasks that no isolation is needed for: write the right number into a file.</summary>
internal static class TinyTasks
{
    /// <summary>What the model of a task must do.</summary>
    public const string Solution = "echo 42 > answer.txt";

    /// <summary>Writes so many tasks, with simulated difficulties evenly from -2 to 2.</summary>
    /// <returns>The folder, as <c>--tasks</c> takes it.</returns>
    public static string Write(
        Cli cli,
        int count,
        string verifier = "if [ \"$(cat answer.txt 2>/dev/null)\" = 42 ]; then echo 1; else echo 0; fi"
    )
    {
        for (var i = 0; i < count; i++)
        {
            var difficulty = count == 1 ? 0 : -2 + (4.0 * i / (count - 1));
            var task = string.Create(CultureInfo.InvariantCulture, $"tiny/item-{i + 1:00}");
            cli.Write(
                $"{task}/task.toml",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"version = \"1.0\"\n[metadata]\nsimulated_difficulty = {difficulty:0.0###}\n[agent]\ntimeout_sec = 60.0\n[verifier]\ntimeout_sec = 60.0\n"
                )
            );
            cli.Write($"{task}/instruction.md", "Write the answer to everything into answer.txt.\n");
            cli.Write($"{task}/environment/notes.txt", "It is known.\n");
            cli.Write($"{task}/tests/test.sh", $"{verifier} > \"$TARE_VERIFIER/reward.txt\"\n");
            cli.Write($"{task}/solution/solve.sh", $"{Solution}\n");
        }

        return Path.Combine(cli.Folder, "tiny");
    }

    /// <summary>Runs models on six tasks, or on those that were written before, into a folder of the test.</summary>
    public static async Task<CliResult> RunAsync(Cli cli, string folder, string models, int attempts = 1, params string[] more)
    {
        var tasks = Path.Combine(cli.Folder, "tiny");
        if (!Directory.Exists(tasks))
        {
            Write(cli, 6);
        }

        return await cli.RunAsync([
            "run",
            "--tasks",
            tasks,
            "--models",
            models,
            "--attempts",
            attempts.ToString(CultureInfo.InvariantCulture),
            "--isolation",
            "none",
            "--run",
            Path.Combine(cli.Folder, folder),
            .. more,
        ]);
    }
}
