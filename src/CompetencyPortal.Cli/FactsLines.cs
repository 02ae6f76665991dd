using System.Buffers;
using System.Text;
using System.Text.Json;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Cli;

/// <summary>Answers lines of facts with lines of results. Safe for use by several threads at once.</summary>
internal sealed class FactsLines(Evaluator evaluator, string competency, string? option, bool isBrief)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = EvaluationJson.Options.Encoder };

    /// <summary>Answers every line that is not blank.</summary>
    public void Answer(Block block)
    {
        using var json = new Utf8JsonWriter(block.Answers, WriterOptions);
        var number = block.FirstLine;

        foreach (var range in block.Lines.Split((byte)'\n'))
        {
            if (block.IsFirstTooLong && number == block.FirstLine)
            {
                Answer(block, json, new Fault(number, null, "The line is too long.", ""));
            }
            else if (!IsBlank(block.Lines[range]))
            {
                Answer(block, json, number, block.Lines[range]);
            }

            number++;
        }
    }

    private void Answer(Block block, Utf8JsonWriter json, long number, ReadOnlySpan<byte> line)
    {
        var reading = FactsReader.Read(line, evaluator.Catalog);

        if (reading.Error is { } error)
        {
            Answer(block, json, new Fault(number, error.Id, error.Message, error.Pointer));
        }
        else if (reading.Facts is { } facts)
        {
            Answer(block, json, facts);
        }
    }

    private void Answer(Block block, Utf8JsonWriter json, Facts facts)
    {
        if (isBrief)
        {
            var result = evaluator.EvaluateBriefly(competency, facts);
            Write(block, json, result with { Options = Limited(result.Options, each => each.Option) });
        }
        else
        {
            var result = evaluator.Evaluate(competency, facts);
            Write(block, json, result with { Options = Limited(result.Options, each => each.Option) });
        }
    }

    private static void Answer(Block block, Utf8JsonWriter json, Fault fault)
    {
        block.HasFaults = true;
        Write(block, json, fault);
    }

    private static void Write<T>(Block block, Utf8JsonWriter json, T value)
    {
        JsonSerializer.Serialize(json, value, EvaluationJson.Options);
        block.Answers.Write("\n"u8);
        json.Reset();
    }

    private ValueList<T> Limited<T>(ValueList<T> options, Func<T, string> key) =>
        option is null ? options : [.. options.Where(each => key(each) == option)];

    private static bool IsBlank(ReadOnlySpan<byte> line) =>
        (line.StartsWith(Encoding.UTF8.Preamble) ? line[Encoding.UTF8.Preamble.Length..] : line).Trim(" \t\r"u8).IsEmpty;

    /// <summary>What stands in place of a result.</summary>
    /// <param name="Line">Counts from 1, blank lines too.</param>
    /// <param name="Id">The facts' id, where it can be read.</param>
    private sealed record Fault(long Line, string? Id, string Error, string At);
}
