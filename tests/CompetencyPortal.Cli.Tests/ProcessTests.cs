using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CompetencyPortal.Cli.Tests;

/// <summary>The program as a process of its own.</summary>
public class ProcessTests
{
    // No measure of speed: a slow machine is no failure.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Results_appear_while_the_input_is_open()
    {
        using var process = CommandRun.Start([.. CommandRun.Evaluate, "--brief"]);

        foreach (var id in new[] { "first", "second" })
        {
            await process.StandardInput.WriteAsync($$"""{"id":"{{id}}","asOf":"2017-12-31"}{{'\n'}}""");
            await process.StandardInput.FlushAsync();
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            JsonElement.Parse(line.ShouldNotBeNull()).GetProperty("id").GetString().ShouldBe(id);
        }

        process.StandardInput.Close();
        (await StatusAsync(process)).ShouldBe(0);
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_number_of_lines()
    {
        const int Lines = 100_000;
        const long Heap = 24 << 20;
        var facts = await File.ReadAllBytesAsync(CommandRun.PathOf("Cases/cloud-crm/facts.ndjson"));
        var line = Encoding.UTF8.GetString(facts)[..(facts.AsSpan().IndexOf((byte)'\n') + 1)];
        using var process = CommandRun.Start([.. CommandRun.Evaluate, "--brief"], Heap);

        var writing = Task.Run(async () =>
        {
            await process.StandardInput.WriteAsync(string.Concat(Enumerable.Repeat(line, Lines)));
            process.StandardInput.Close();
        });
        var count = 0;

        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
            count++;
        }

        await writing;
        (line.Length * (long)Lines).ShouldBeGreaterThan(2 * Heap);
        count.ShouldBe(Lines);
        (await StatusAsync(process)).ShouldBe(0, await process.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task Nobody_reading_on_ends_the_program_quietly()
    {
        using var process = CommandRun.Start([.. CommandRun.Evaluate, "--brief"]);
        var line = """{"asOf":"2017-12-31"}""" + "\n";
        await process.StandardInput.WriteAsync(line);
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

        process.StandardOutput.Close();
        await WriteUntilRefusedAsync(process, line).WaitAsync(Patience);

        (await StatusAsync(process)).ShouldBe(0);
        (await process.StandardError.ReadToEndAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Arguments_that_are_wrong_are_status_2()
    {
        using var process = CommandRun.Start(["evaluate"]);

        (await process.StandardError.ReadToEndAsync()).ShouldContain("Usage:");
        (await process.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
        (await StatusAsync(process)).ShouldBe(2);
    }

    private static async Task WriteUntilRefusedAsync(Process process, string line)
    {
        try
        {
            while (!process.HasExited)
            {
                await process.StandardInput.WriteAsync(line);
                await process.StandardInput.FlushAsync();
            }
        }
        catch (IOException)
        {
            // The program has ended.
        }
    }

    private static async Task<int> StatusAsync(Process process)
    {
        await process.WaitForExitAsync().WaitAsync(Patience);

        return process.ExitCode;
    }
}
