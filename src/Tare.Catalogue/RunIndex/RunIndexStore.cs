using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>
/// The index of runs: which there are, and where each stands. The runs' journals are the truth; the index can be deleted at any time and made again
/// from them.
/// </summary>
public sealed class RunIndexStore : IDisposable
{
    private const int Busy = 5;
    private readonly SqliteConnection _connection;
    private readonly string _path;

    private RunIndexStore(SqliteConnection connection, string path)
    {
        _connection = connection;
        _path = path;
    }

    /// <summary>Opens the index, and makes or completes its tables.</summary>
    /// <param name="path">The database file; made where it is not there.</param>
    /// <exception cref="InputException">The file is no index, or one of a later version.</exception>
    public static RunIndexStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = Busy,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            Complete(connection, path);
            return new RunIndexStore(connection, path);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Fault(path, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Every run, by folder.</summary>
    /// <exception cref="InputException">The index cannot be read.</exception>
    public IReadOnlyList<IndexedRun> All()
    {
        try
        {
            return Read();
        }
        catch (SqliteException e)
        {
            throw Fault(_path, e);
        }
    }

    /// <summary>Adds a run, or replaces what was known of it.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="InputException">It cannot be kept: a full disk, another program that holds the index.</exception>
    public void Put(IndexedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            Write(run);
        }
        catch (SqliteException e)
        {
            throw Fault(_path, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static InputException Fault(string path, SqliteException cause) =>
        new(
            $"{path}: {cause.Message}\n  expected: the index of runs\n  next:     remove the file and give 'tare status --rebuild DIR...': it is only a copy",
            cause
        );

    private List<IndexedRun> Read()
    {
        var parts = _connection
            .Query<(string Folder, string Kind, string Name)>("SELECT folder, kind, name FROM run_part ORDER BY folder, kind, place")
            .ToLookup(p => (p.Folder, p.Kind), p => p.Name);
        return
        [
            .. _connection
                .Query<(string Folder, long Planned, long Scored, long Missing, long Tokens, string? Cost, string Seen)>(
                    "SELECT folder, planned, scored, missing, tokens, cost_usd, seen FROM run ORDER BY folder"
                )
                .Select(r => new IndexedRun
                {
                    Folder = r.Folder,
                    Models = [.. parts[(r.Folder, "model")]],
                    Harnesses = [.. parts[(r.Folder, "harness")]],
                    Packs = [.. parts[(r.Folder, "pack")]],
                    Planned = (int)r.Planned,
                    Scored = (int)r.Scored,
                    Missing = (int)r.Missing,
                    Tokens = r.Tokens,
                    CostUsd = r.Cost is null ? null : decimal.Parse(r.Cost, CultureInfo.InvariantCulture),
                    Seen = DateTimeOffset.Parse(r.Seen, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                }),
        ];
    }

    private void Write(IndexedRun run)
    {
        using var transaction = _connection.BeginTransaction();
        _connection.Execute("DELETE FROM run WHERE folder = @Folder", new { run.Folder }, transaction);
        _connection.Execute(
            "INSERT INTO run (folder, planned, scored, missing, tokens, cost_usd, seen) VALUES (@Folder, @Planned, @Scored, @Missing, @Tokens, @Cost, @Seen)",
            new
            {
                run.Folder,
                run.Planned,
                run.Scored,
                run.Missing,
                run.Tokens,
                Cost = run.CostUsd?.ToString(CultureInfo.InvariantCulture),
                Seen = run.Seen.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            },
            transaction
        );
        foreach (var (kind, names) in new[] { ("model", run.Models), ("harness", run.Harnesses), ("pack", run.Packs) })
        {
            _connection.Execute(
                "INSERT INTO run_part (folder, kind, place, name) VALUES (@Folder, @Kind, @Place, @Name)",
                names.Select(
                    (name, place) =>
                        new
                        {
                            run.Folder,
                            Kind = kind,
                            Place = place,
                            Name = name,
                        }
                ),
                transaction
            );
        }

        transaction.Commit();
    }

    private static void Complete(SqliteConnection connection, string path)
    {
        using var transaction = connection.BeginTransaction();
        var taken = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
        if (taken > RunIndexSchema.Steps.Count)
        {
            throw InputException.At(
                path,
                string.Create(CultureInfo.InvariantCulture, $"an index of version {taken}"),
                string.Create(CultureInfo.InvariantCulture, $"version {RunIndexSchema.Steps.Count} or below"),
                "use the program that made it, or remove the file: it is only a copy"
            );
        }

        foreach (var step in RunIndexSchema.Steps.Skip(taken))
        {
            connection.Execute(step, transaction: transaction);
        }

        // A pragma takes no parameters.
        connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {RunIndexSchema.Steps.Count}"),
            transaction: transaction
        );
        transaction.Commit();
    }
}
