using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Everything that a stack's file says, read once.</summary>
/// <param name="Stack">The stack's name, which names of resources begin with.</param>
/// <param name="Account">Where the stack lives.</param>
/// <param name="Network">The VPC.</param>
/// <param name="Dns">Names and certificate.</param>
/// <param name="Logs">The log group that the services share.</param>
/// <param name="Alarms">Who hears of alarms.</param>
/// <param name="Cluster">The instances.</param>
/// <param name="Images">The pinned images, by name.</param>
/// <param name="Jars">The pinned JARs, by name.</param>
/// <param name="Processing">The functions that work on content.</param>
/// <param name="Services">The services, by name.</param>
/// <param name="ImageServer">The image server.</param>
public sealed record PlatformSettings(
    string Stack,
    AwsAccount Account,
    NetworkSettings Network,
    DnsSettings Dns,
    LogSettings Logs,
    AlarmSettings Alarms,
    ClusterSettings Cluster,
    ImageSettings Images,
    ImmutableSortedDictionary<string, JarPin> Jars,
    ProcessingSettings Processing,
    ImmutableSortedDictionary<string, ServiceSettings> Services,
    ImageServerSettings ImageServer)
{
    /// <summary>The namespace of the platform's config keys: the project's name.</summary>
    public const string Namespace = "ecs-platform";

    /// <summary>The tags that every resource of the stack carries.</summary>
    public DefaultTags Tags => new() { Environment = Stack, Project = Namespace };

    /// <summary>Reads the settings.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">The stack's config.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="InvalidArgsException">Something is missing, unknown or wrong; the message names every problem with its config key.</exception>
    public static PlatformSettings Read(string stack, StackConfig config)
    {
        var services = StackPrograms.ServicesOf(stack);
        var functions = StackPrograms.FunctionsOf(stack);
        var reader = ConfigReader.Of(Namespace, config);
        var account = AccountSettings.Read(reader.Section("account"));
        var settings = new PlatformSettings(
            stack,
            account,
            NetworkSettings.Read(reader.Section("network")),
            DnsSettings.Read(reader.Section("dns")),
            LogSettings.Read(reader.OptionalSection("logs")),
            AlarmSettings.Read(reader.OptionalSection("alarms")),
            ClusterSettings.Read(reader.Section("cluster")),
            ImageSettings.Read(
                reader.Section("images"),
                reader.OptionalWord("unpinnedImages", ImageSettings.UnpinnedWords, UnpinnedImages.Refused),
                services.SelectMany(service => service.Containers).Select(container => container.Image).Distinct(StringComparer.Ordinal)
                    .Concat(functions.Where(function => function.Kind is FunctionKind.Image).Select(function => function.Name))),
            JarSettings.Read(Section("jars"), functions.Where(function => function.Kind is FunctionKind.Jar).Select(function => function.Name)),
            ProcessingSettings.Read(Section("processing"), functions),
            ImmutableSortedDictionary.Create<string, ServiceSettings>(StringComparer.Ordinal),
            ImageServerSettings.Read(reader.OptionalSection(ImageServerSettings.Section)));
        settings = settings with
        {
            Services = services.ToImmutableSortedDictionary(
                service => service.Name,
                service => ServiceSettings.Read(reader.OptionalSection(service.Name), stack, service, settings.Images),
                StringComparer.Ordinal),
        };
        reader.RefuseUnknownKeys();
        InvalidArgsException.ThrowIfAny($"Config of stack '{stack}'", [.. reader.Problems, .. settings.Problems(services, functions, reader.SectionsWithProblems)]);
        return settings;

        ConfigSection Section(string name) => functions.IsEmpty ? reader.OptionalSection(name) : reader.Section(name);
    }

    // A section that could not be read is not judged any further: what it lacks would only show up a second time.
    private IEnumerable<Problem> Problems(
        ImmutableArray<IService> services, ImmutableArray<DataFunction> functions, IReadOnlySet<string> unread)
    {
        List<Problem> account = unread.Contains("account") ? [] : [.. Account.Problems(Key("account"))];
        var placed = account.Count == 0 && !unread.Contains("account");
        return
        [
            .. account,
            .. placed && !unread.Contains("network") ? Network.ToArgs(Account).Problems(Key("network")) : [],
            .. unread.Contains("cluster") ? [] : Cluster.ToCapacity().Problems(Key("cluster")),
            .. placed && !unread.Contains("dns") ? Dns.Problems(Key("dns"), Account) : [],
            .. placed && !unread.Contains("logs") ? Logs.Problems(Key("logs"), Account) : [],
            .. placed && !unread.Contains("alarms") ? Alarms.Problems(Key("alarms"), Account) : [],
            .. unread.Contains("processing") ? [] : Processing.Problems(Key("processing"), functions, placed ? Account : null),
            .. services.Where(service => !unread.Contains(service.Name))
                .SelectMany(service => Services[service.Name].Problems(Key(service.Name), service, placed ? Account : null)),
            .. unread.Contains(ImageServerSettings.Section) ? [] : ImageServer.Problems(Key(ImageServerSettings.Section), Stack),
        ];
    }

    private static string Key(string section) => $"{Namespace}:{section}";
}
