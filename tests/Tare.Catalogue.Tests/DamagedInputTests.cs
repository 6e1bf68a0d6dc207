using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>However a file is damaged, it is read or refused with a message; nothing else ever comes out.</summary>
public sealed class DamagedInputTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_damaged_methodology_is_read_or_refused() =>
        Damaged(File.ReadAllText(Repository.PathOf("methods/eci.yaml")), t => MethodologyReader.Read(t, "x"));

    [Fact]
    public void A_damaged_snapshot_is_read_or_refused() =>
        Damaged(EvidenceSnapshot.Write(CuratedData.CaisiTable()), t => EvidenceSnapshot.Read(t, "x"));

    [Fact]
    public void A_damaged_table_is_read_or_refused()
    {
        const string Table =
            "model,benchmark,score,release_date,weights,country\nGPT-5,HLE,0.25,2025-08-07,closed,US\n\"My \"\"best\"\"\nmodel\",\"A, B\",0.5,,open,FR\no3,MMLU,1,,,\n";
        var path = _bench.PathOf("table.csv");
        Damaged(
            Table,
            t =>
            {
                File.WriteAllText(path, t, new UTF8Encoding(false));
                EvidenceImporters.Get("scores").Read(ImportSource.FromPath(path));
            }
        );
    }

    private static void Damaged(string text, Action<string> read)
    {
        const string Marks = "\0\"'\n\r,:;[]{}-#&*!|>%@`0x.\ufeff ";
        var damage =
            from at in Gen.Choose(0, text.Length - 1)
            from length in Gen.Choose(0, 40)
            from kind in Gen.Choose(0, 2)
            from mark in Gen.Elements(Marks.ToCharArray())
            select kind switch
            {
                0 => text.Remove(at, Math.Min(length, text.Length - at)),
                1 => text.Insert(at, new string(mark, 1 + (length / 10))),
                _ => string.Concat(text.AsSpan(0, at), mark.ToString(), text.AsSpan(at + 1)),
            };
        var property = Prop.ForAll(
            damage.ToArbitrary(),
            damaged =>
            {
                try
                {
                    read(damaged);
                }
                catch (InputException e)
                {
                    return e.Message.Contains("\n  expected: ", StringComparison.Ordinal)
                        && !e.Message.Contains("   at ", StringComparison.Ordinal);
                }

                return true;
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261122UL, 3UL), property);
    }
}
