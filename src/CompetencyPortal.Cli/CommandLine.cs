using System.CommandLine;

namespace CompetencyPortal.Cli;

/// <summary>The commands and their arguments.</summary>
internal static class CommandLine
{
    /// <summary>Does what the arguments say.</summary>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Stream input, Stream output, TextWriter error)
    {
        // An argument that begins with @ is an argument like any other.
        var parsed = Root(input, output).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(new InvocationConfiguration { Output = error, Error = error });

            return ExitStatus.Refused;
        }

        return await RunAsync(parsed, output, error);
    }

    private static async Task<int> RunAsync(ParseResult parsed, Stream output, TextWriter error)
    {
        using var text = new StringWriter();
        var status = await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = text,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        await Output.TryWriteAsync(output, System.Text.Encoding.UTF8.GetBytes(text.ToString()));

        return status;
    }

    private static RootCommand Root(Stream input, Stream output) =>
        new("Judges partners by the rules of a catalog.") { Evaluate(input, output), new Command("catalog", "Works on catalog documents.") { Validate() } };

    private static Command Evaluate(Stream input, Stream output)
    {
        var catalog = new Option<FileInfo>("--catalog") { HelpName = "FILE", Description = "The catalog document.", Required = true };
        var competency = new Option<string>("--competency") { HelpName = "KEY", Description = "The competency that is judged.", Required = true };
        var option = new Option<string?>("--option") { HelpName = "KEY", Description = "Only this one of the ways to earn the competency." };
        var brief = new Option<bool>("--brief") { Description = "Only what is attained and each tier's status." };
        var command = new Command(
            "evaluate",
            "Reads facts, one JSON a line, on standard input, and writes their results, one a line, on standard output. A line that cannot be read or judged is answered in its place.")
        {
            catalog, competency, option, brief,
        };

        command.SetAction((parsed, cancellationToken) => new EvaluateCommand(input, output, parsed.InvocationConfiguration.Error).RunAsync(
            parsed.GetRequiredValue(catalog),
            parsed.GetRequiredValue(competency),
            parsed.GetValue(option),
            parsed.GetValue(brief),
            cancellationToken));

        return command;
    }

    private static Command Validate()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The catalog document." };
        var command = new Command("validate", "Says nothing about a catalog document that is right, and names each error, with its JSON Pointer, of one that is not.")
        {
            file,
        };

        command.SetAction(parsed => ValidateCommand.Run(
            parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));

        return command;
    }
}
