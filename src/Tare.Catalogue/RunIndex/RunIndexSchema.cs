namespace Tare.Catalogue;

/// <summary>The tables of the index, as steps from an empty database; <c>user_version</c> counts those that were taken.</summary>
internal static class RunIndexSchema
{
    /// <summary>Each step once, in this order. A step that was ever published never changes.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        """
            CREATE TABLE run (
                folder   TEXT NOT NULL PRIMARY KEY,
                planned  INTEGER NOT NULL,
                scored   INTEGER NOT NULL,
                missing  INTEGER NOT NULL,
                tokens   INTEGER NOT NULL,
                cost_usd TEXT,
                seen     TEXT NOT NULL
            ) STRICT;
            CREATE TABLE run_part (
                folder TEXT NOT NULL REFERENCES run (folder) ON DELETE CASCADE,
                kind   TEXT NOT NULL CHECK (kind IN ('model', 'harness', 'pack')),
                place  INTEGER NOT NULL,
                name   TEXT NOT NULL,
                PRIMARY KEY (folder, kind, place)
            ) STRICT;
            """,
    ];
}
