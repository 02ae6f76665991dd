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
                Write(block, json, new Fault(number, null, "The line is too long.", ""));
            }
            else if (!IsBlank(block.Lines[range]))
            {
                Write(block, json, AnswerTo(number, block.Lines[range]));
            }

            number++;
        }
    }

    private object AnswerTo(long number, ReadOnlySpan<byte> line)
    {
        var reading = FactsReader.Read(line, evaluator.Catalog);

        return reading.Facts is { } facts
            ? AnswerTo(number, facts)
            : new Fault(number, reading.Error?.Id, reading.Error?.Message, reading.Error?.Pointer);
    }

    // Whatever is wrong with the evaluation of one line, the others are still answered.
    private object AnswerTo(long number, Facts facts)
    {
        try
        {
            return isBrief ? JudgeBriefly(facts) : Judge(facts);
        }
        catch (Exception exception)
        {
            return new Fault(number, facts.Id, $"This line cannot be judged: {exception.Message}", "");
        }
    }

    private EvaluationResult Judge(Facts facts)
    {
        var result = evaluator.Evaluate(competency, facts);

        return result with { Options = Limited(result.Options, each => each.Option) };
    }

    private BriefResult JudgeBriefly(Facts facts)
    {
        var result = evaluator.EvaluateBriefly(competency, facts);

        return result with { Options = Limited(result.Options, each => each.Option) };
    }

    private static void Write(Block block, Utf8JsonWriter json, object answer)
    {
        block.HasFaults |= answer is Fault;
        JsonSerializer.Serialize(json, answer, answer.GetType(), EvaluationJson.Options);
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
    private sealed record Fault(long Line, string? Id, string? Error, string? At);
}
