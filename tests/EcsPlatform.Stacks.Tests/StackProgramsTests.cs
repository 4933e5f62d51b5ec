using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

public class StackProgramsTests
{
    private static readonly string Message =
        $"stack 'production': no program of this name. Allowed: {string.Join(", ", StackPrograms.Names)}, sandbox-…. " +
        "Name another stack, or add its program to stacks/StackPrograms.cs.";

    [Fact]
    public void A_stack_without_a_program_is_refused()
    {
        var none = new StackConfig(ImmutableSortedDictionary<string, string>.Empty, []);
        StackPrograms.Problems("production", none).Single().ToString().ShouldBe(Message);
        Should.Throw<InvalidArgsException>(() => StackPrograms.Deploy("production", none)).Problems.Single().ToString().ShouldBe(Message);
    }

    [Fact]
    public void Every_program_has_a_stack_file() =>
        StackPrograms.Names.ShouldAllBe(name => File.Exists(Path.Combine(ConfigOf.Root, $"Pulumi.{name}.yaml")));

    [Fact]
    public void Every_stack_file_has_a_program_and_is_right()
    {
        var stacks = Directory.EnumerateFiles(ConfigOf.Root, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]).ToList();
        stacks.ShouldNotBeEmpty();
        stacks.ShouldAllBe(stack => StackPrograms.Problems(stack, ConfigOf.Stack(stack)).IsEmpty);
    }
}
