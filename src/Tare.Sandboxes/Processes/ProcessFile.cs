using System.Globalization;

namespace Tare.Sandboxes.Processes;

/// <summary>Reads <c>/proc</c>: every read can fail, since processes end while one looks.</summary>
internal static class ProcessFile
{
    /// <summary>Ticks a second of the times in <c>/proc/PID/stat</c>: a constant of the kernel's interface on every processor that .NET runs on.</summary>
    private const double TicksASecond = 100;

    internal readonly record struct Stat(int Id, int Parent, TimeSpan Cpu, int Threads, long StartTicks, bool Ended);

    internal static IEnumerable<int> AllIds() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(d => int.TryParse(d.AsSpan("/proc/".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0);

    internal static Stat? StatOf(int id)
    {
        if (Read($"/proc/{id}/stat") is not { } text)
        {
            return null;
        }

        // The name is in parentheses and may hold anything: what follows the last one is numbers. proc(5), fields 3 to 22.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        long Field(int number) => long.Parse(fields[number - 3], CultureInfo.InvariantCulture);
        var ticks = Field(14) + Field(15) + Field(16) + Field(17);
        return new Stat(id, (int)Field(4), TimeSpan.FromSeconds(ticks / TicksASecond), (int)Field(20), Field(22), fields[0] is "Z" or "X");
    }

    /// <summary>Anonymous and shared memory that is in use by a process, bytes; pages shared with a relative count fully.</summary>
    internal static long MemoryOf(int id) => Kibibytes($"/proc/{id}/status", "RssAnon:") + Kibibytes($"/proc/{id}/status", "RssShmem:");

    /// <summary>Memory of a process with each shared page divided by the number of its users, bytes; where that is kept from us, in full.</summary>
    internal static long ProportionalMemoryOf(int id)
    {
        var memory = Kibibytes($"/proc/{id}/smaps_rollup", "Pss_Anon:") + Kibibytes($"/proc/{id}/smaps_rollup", "Pss_Shmem:");
        return memory > 0 ? memory : MemoryOf(id);
    }

    internal static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Kibibytes(string path, string key)
    {
        var line = Read(path)?.Split('\n').FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal));
        var number = line?[key.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value * 1024 : 0;
    }
}
