using CompetencyPortal.Cli;

await using var input = Console.OpenStandardInput();
await using var output = StandardOutput.Open();

return await CommandLine.RunAsync(args, input, output, Console.Error);
