using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tare.Sandboxes.Processes;

/// <summary>An open file of this process by its number. Numbers start at 64, so that passing one on as 0 to 5 overwrites none.</summary>
internal sealed unsafe class Descriptor : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int Lowest = 64;

    internal Descriptor(int number)
        : base(ownsHandle: true)
    {
        SetHandle(number);
    }

    internal int Number => (int)handle;

    /// <summary>A file in memory that holds the bytes, its position at the start.</summary>
    internal static Descriptor OfBytes(ReadOnlySpan<byte> content)
    {
        var file = Raised(Checked(Native.memfd_create("tare", 1), "memfd_create"));
        file.WriteAll(content);
        Checked((int)Native.lseek(file.Number, 0, 0), "lseek");
        return file;
    }

    /// <summary>A pipe: the end to read, which does not block, and the end to write.</summary>
    internal static (Descriptor Read, Descriptor Write) Pipe(int size)
    {
        var pair = stackalloc int[2];
        Checked(Native.pipe2(pair, Native.CloseOnExec), "pipe2");
        var (read, write) = (Raised(pair[0]), Raised(pair[1]));
        var flags = Native.fcntl(read.Number, Native.GetStatusFlags, 0);
        Checked(Native.fcntl(read.Number, Native.SetStatusFlags, flags | Native.NonBlocking), "fcntl");
        // A larger pipe only saves switches between processes: where it is refused the usual one does.
        _ = Native.fcntl(read.Number, Native.SetPipeSize, size);
        return (read, write);
    }

    /// <summary>What a file in memory holds from its start, up to a number of bytes.</summary>
    internal byte[] ReadFromStart(int limit)
    {
        var buffer = new byte[limit];
        fixed (byte* start = buffer)
        {
            return buffer[..(int)Math.Max(0, Native.pread(Number, start, limit, 0))];
        }
    }

    internal static int Checked(int result, string call) =>
        result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{call} failed: {Reason()}");

    internal static string Reason() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

    protected override bool ReleaseHandle() => Native.close((int)handle) == 0;

    private static Descriptor Raised(int number)
    {
        var raised = Native.fcntl(number, Native.DuplicateFrom, Lowest);
        var reason = Marshal.GetLastPInvokeError();
        _ = Native.close(number);
        Marshal.SetLastPInvokeError(reason);
        return new Descriptor(Checked(raised, "fcntl"));
    }

    private void WriteAll(ReadOnlySpan<byte> content)
    {
        fixed (byte* start = content)
        {
            for (nint done = 0; done < content.Length; )
            {
                var written = Native.write(Number, start + done, content.Length - done);
                Checked((int)Math.Min(written, 1), "write");
                done += written;
            }
        }
    }
}
