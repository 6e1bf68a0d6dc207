using System.Text;
using Tare.Records;

namespace Tare.Runner;

/// <summary>A small task that works, to be changed into another one.</summary>
public static class TaskSkeleton
{
    /// <summary>Writes the task folder.</summary>
    /// <param name="folder">A folder that does not exist yet; its name names the task.</param>
    /// <param name="canary">What makes its text recognisable: nothing else may hold it.</param>
    /// <returns>The files, relative to the folder.</returns>
    /// <exception cref="InputException">The folder exists, or its name cannot name a task.</exception>
    public static IReadOnlyList<string> Write(string folder, Guid canary)
    {
        ArgumentNullException.ThrowIfNull(folder);
        folder = Path.GetFullPath(folder);
        TaskId.Check(folder, $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}");
        if (Path.Exists(folder))
        {
            throw InputException.At(folder, "is already there", "a new folder", "choose another name");
        }

        var files = Files(canary);
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n") + "\n"));
        }

        return [.. files.Select(f => f.Name)];
    }

    private static (string Name, string Text)[] Files(Guid canary) => [("task.toml", Configuration(canary)), .. s_files];

    private static string Configuration(Guid canary) =>
        $$"""
            # canary: {{canary}}
            schema_version = "1.4"

            [metadata]
            difficulty = "easy"
            category = "text"
            tags = ["example"]
            canary = "{{canary}}"
            # Programs that the task needs; where one is missing, an attempt has no score instead of a bad one.
            tools = ["python3"]
            # Logits: a model of this ability solves it in half of its attempts. For simulated models alone.
            simulated_difficulty = -1.0

            [agent]
            timeout_sec = 300

            [verifier]
            timeout_sec = 60

            [environment]
            memory_mb = 512
            storage_mb = 64
            """;

    private static readonly (string Name, string Text)[] s_files =
    [
        (
            "instruction.md",
            """
            The file `numbers.txt` holds one whole number on each line. Write their sum, and nothing else, into `answer.txt`.
            """
        ),
        ("environment/numbers.txt", "17\n-4\n2900\n38\n-1200\n7\n41"),
        (
            "tests/test.sh",
            """
            #!/bin/bash
            # Runs in the work folder, as another user than the agent. -I: nothing in the work folder can stand in for Python's own modules.
            verifier="${TARE_VERIFIER:-/logs/verifier}"
            tests="${TARE_TESTS:-/tests}"
            mkdir -p "$verifier"
            if python3 -I "$tests/check.py"; then reward=1; else reward=0; fi
            echo "$reward" > "$verifier/reward.txt"
            """
        ),
        (
            "tests/check.py",
            """
            import pathlib
            import sys

            # The tests carry their own numbers: those in the work folder may have been changed.
            numbers = [17, -4, 2900, 38, -1200, 7, 41]
            answer = pathlib.Path("answer.txt")
            if answer.is_symlink() or not answer.is_file():
                sys.exit("there is no answer.txt")
            text = answer.read_text(errors="replace").strip()
            print(f"answer.txt holds {text[:80]!r}")
            sys.exit(0 if text == str(sum(numbers)) else "it is another number")
            """
        ),
        (
            "solution/solve.sh",
            """
            #!/bin/bash
            # Runs in the work folder, as the agent.
            python3 -c 'print(sum(int(line) for line in open("numbers.txt")))' > answer.txt
            """
        ),
    ];
}
