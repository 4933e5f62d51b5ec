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

    // What a description of a service says under the name of a member, but as another type, nobody would read: the default would count.
    [Fact]
    public void What_a_service_says_is_what_is_read_of_it()
    {
        var assembly = typeof(StackPrograms).Assembly;
        var described = assembly.GetType("EcsPlatform.Stacks.Services.IService", throwOnError: true)!;
        var services = assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && described.IsAssignableFrom(type)).ToList();
        services.Count.ShouldBeGreaterThanOrEqualTo(4);
        services.SelectMany(service => Unread(service, described)).ShouldBeEmpty();
        Unread(typeof(Mistaken), typeof(IDescribed)).ShouldBe(["Mistaken.Words"]);
    }

    private static IEnumerable<string> Unread(Type service, Type described)
    {
        var map = service.GetInterfaceMap(described);
        return described.GetProperties()
            .Where(member => service.GetProperty(member.Name) is { } own
                && map.TargetMethods[Array.IndexOf(map.InterfaceMethods, member.GetMethod)] != own.GetMethod)
            .Select(member => $"{service.Name}.{member.Name}");
    }

    private interface IDescribed
    {
        string Name { get; }

        IReadOnlyList<string> Words => [];
    }

    private sealed class Mistaken : IDescribed
    {
        public string Name => "mistaken";
        public string[] Words { get; } = ["unread"];
    }
}
