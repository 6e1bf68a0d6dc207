using System.Globalization;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>The digest of a version: its content and the digest of the version before, so that a change of the past shows in every later one.</summary>
public static class VersionDigest
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    /// <param name="topic">Identifier of the topic.</param>
    /// <param name="version">The version.</param>
    /// <param name="parent">Digest of the version before, or <see langword="null"/> for the first.</param>
    public static string Of(string topic, TopicVersion version, string? parent)
    {
        ArgumentNullException.ThrowIfNull(version);
        var hash = new ContentHash()
            .Add("tare/topic-version/1")
            .Add(parent)
            .Add(topic)
            .Add(version.Number.ToString(CultureInfo.InvariantCulture))
            .Add(version.Created.ToString())
            .Add(version.Trigger.ToString())
            .Add(version.Generator)
            .Add((double?)version.ItemCount)
            .Add(version.Reconstructed.ToString())
            .AddAll(version.Sources)
            .Add(version.What)
            .Add(version.Why)
            .AddAll(version.Narrative)
            .AddAll(version.Questions)
            .AddAll(version.Timeline)
            .AddAll(version.Tensions)
            .Add((double)version.Perspectives.Count);
        foreach (var p in version.Perspectives)
        {
            hash.Add(p.Holder).AddAll(p.Claims).Add(p.Summary).Add(p.Declared?.ToString()).Add(p.Baseline.ToString()).Add(p.Note);
        }

        return hash.Add(version.Note).Digest();
    }
}
