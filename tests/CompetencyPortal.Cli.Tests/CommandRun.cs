using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CompetencyPortal.Cli.Tests;

/// <summary>What the program said.</summary>
internal sealed record CommandRun(int Status, string Output, string Error)
{
    public static string Catalog { get; } = PathOf("catalogs/cloud-crm.json");

    public static string[] Evaluate { get; } = ["evaluate", "--catalog", Catalog, "--competency", "cloud-crm"];

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);

    public static Task<CommandRun> OfAsync(string input, params string[] arguments) => OfAsync(Encoding.UTF8.GetBytes(input), arguments);

    /// <summary>Runs the program inside this process.</summary>
    public static async Task<CommandRun> OfAsync(byte[] input, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var status = await CommandLine.RunAsync(arguments, new MemoryStream(input), output, error);

        return new CommandRun(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Starts the program as a process of its own, with at most so much memory for its objects.</summary>
    public static Process Start(string[] arguments, long heap = 1 << 30)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf("CompetencyPortal.Cli.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            // In hexadecimal digits.
            Environment = { ["DOTNET_GCHeapHardLimit"] = heap.ToString("x", CultureInfo.InvariantCulture) },
        };

        return Process.Start(start) ?? throw new InvalidOperationException("Not started.");
    }
}
