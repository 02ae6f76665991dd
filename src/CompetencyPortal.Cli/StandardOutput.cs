using Microsoft.Win32.SafeHandles;

namespace CompetencyPortal.Cli;

internal static class StandardOutput
{
    private const int Handle = 1;

    /// <summary>
    /// The program's output. The console's own stream says nothing when a pipe is closed at its other end, and the program would go on
    /// working for nobody; a file's stream does, but would write where it stood when it was opened if others write to the file too.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var stream = new FileStream(new SafeFileHandle(Handle, ownsHandle: false), FileAccess.Write, bufferSize: 0);

        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
}
