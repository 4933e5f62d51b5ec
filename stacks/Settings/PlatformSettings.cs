using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Parts;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Everything that a stack's file says, read once.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Owner">Whose environment it is; null when it is nobody's in particular.</param>
/// <param name="Lifetime">For how long it is meant to be there.</param>
/// <param name="Account">Where the stack lives.</param>
/// <param name="Network">The VPC.</param>
/// <param name="Dns">Names and certificate.</param>
/// <param name="Logs">The log group that the services share.</param>
/// <param name="Alarms">Who hears of alarms.</param>
/// <param name="WebAcl">The web ACL that distributions share.</param>
/// <param name="LoadBalancer">The load balancer.</param>
/// <param name="Cluster">The instances.</param>
/// <param name="Images">The pinned images, by name.</param>
/// <param name="Jars">The pinned JARs, by name.</param>
/// <param name="Processing">The functions that work on content.</param>
/// <param name="Services">The services, by name.</param>
/// <param name="ImageServer">The image server; null in a stack without.</param>
/// <param name="Summary">Where daily statistics are stored; null for none.</param>
/// <param name="Stop">When the stack stops each evening; null for a stack that does not.</param>
public sealed record PlatformSettings(
    string Stack,
    string? Owner,
    Lifetime Lifetime,
    AwsAccount Account,
    NetworkSettings Network,
    DnsSettings Dns,
    LogSettings Logs,
    AlarmSettings Alarms,
    WebAclSettings WebAcl,
    LoadBalancerSettings LoadBalancer,
    ClusterSettings Cluster,
    ImageSettings Images,
    ImmutableSortedDictionary<string, JarPin> Jars,
    ProcessingSettings Processing,
    ImmutableSortedDictionary<string, ServiceSettings> Services,
    ImageServerSettings? ImageServer,
    SummarySettings? Summary,
    StopSettings? Stop)
{
    /// <summary>The namespace of the platform's config keys: the project's name.</summary>
    public const string Namespace = "ecs-platform";

    private const string ValidOwners = "1 to 12 lower-case letters, digits and inner hyphens, a letter first";

    /// <summary>The environment's name, which names of resources begin with: the stack's, after the owner's where there is one.</summary>
    public string Name => Owner is null ? Stack : $"{Owner}-{Stack}";

    /// <summary>The tags that every resource of the stack carries.</summary>
    public DefaultTags Tags => new() { Environment = Name, Project = Namespace, Owner = Owner };

    /// <summary>Reads the settings.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">The stack's config.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="InvalidArgsException">Something is missing, unknown or wrong; the message names every problem with its config key.</exception>
    public static PlatformSettings Read(string stack, StackConfig config)
    {
        var program = StackPrograms.Find(stack)!;
        var (services, functions) = (program.Services, program.Functions);
        var reader = ConfigReader.Of(Namespace, config);
        var account = AccountSettings.Read(reader.Section("account"));
        var settings = new PlatformSettings(
            stack,
            program.HasOwner ? reader.Text("owner", IsOwner, ValidOwners) : null,
            program.Lifetime,
            account,
            NetworkSettings.Read(reader.Section("network")),
            DnsSettings.Read(reader.Section("dns")),
            LogSettings.Read(reader.OptionalSection("logs")),
            AlarmSettings.Read(reader.OptionalSection("alarms")),
            WebAclSettings.Read(reader.OptionalSection(WebAclSettings.Section)),
            LoadBalancerSettings.Read(reader.OptionalSection(LoadBalancerSettings.Section)),
            ClusterSettings.Read(reader.Section("cluster")),
            ImageSettings.Read(
                reader.Section("images"),
                reader.OptionalWord("unpinnedImages", ImageSettings.UnpinnedWords, UnpinnedImages.Refused),
                services.SelectMany(service => service.Containers).Select(container => container.Image).Distinct(StringComparer.Ordinal)
                    .Concat(functions.Where(function => function.Kind is FunctionKind.Image).Select(function => function.Name))),
            JarSettings.Read(Section("jars"), functions.Where(function => function.Kind is FunctionKind.Jar).Select(function => function.Name)),
            ProcessingSettings.Read(Section("processing"), functions),
            ImmutableSortedDictionary.Create<string, ServiceSettings>(StringComparer.Ordinal),
            program.Has<ImageServer>() ? ImageServerSettings.Read(reader.OptionalSection(ImageServerSettings.Section)) : null,
            program.Has<DailySummary>() && reader.Has(SummarySettings.Section) ? SummarySettings.Read(reader.Section(SummarySettings.Section)) : null,
            program.Has<EveningStop>() ? StopSettings.Read(reader.Section(StopSettings.Section)) : null);
        settings = settings with
        {
            Services = services.ToImmutableSortedDictionary(
                service => service.Name,
                service => ServiceSettings.Read(reader.OptionalSection(service.Name), settings.Name, service, settings.Images),
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
            .. unread.Contains("cluster") ? [] : Cluster.Problems(Key("cluster")),
            .. placed && !unread.Contains("dns") ? Dns.Problems(Key("dns"), Account) : [],
            .. placed && !unread.Contains("logs") ? Logs.Problems(Key("logs"), Account) : [],
            .. placed && !unread.Contains("alarms") ? Alarms.Problems(Key("alarms"), Account) : [],
            .. unread.Contains(WebAclSettings.Section) ? [] : WebAcl.Problems(Key(WebAclSettings.Section)),
            .. unread.Contains(LoadBalancerSettings.Section) ? [] : LoadBalancer.Problems(Key(LoadBalancerSettings.Section)),
            .. unread.Contains("processing") ? [] : Processing.Problems(Key("processing"), functions, placed ? Account : null),
            .. services.Where(service => !unread.Contains(service.Name))
                .SelectMany(service => Services[service.Name].Problems(Key(service.Name), service, placed ? Account : null)),
            .. unread.Contains(ImageServerSettings.Section) ? [] : ImageServer?.Problems(Key(ImageServerSettings.Section), Name) ?? [],
            .. unread.Contains(SummarySettings.Section) ? [] : Summary?.Problems(Key(SummarySettings.Section), Alarms) ?? [],
            .. unread.Contains(StopSettings.Section) ? [] : Stop?.Problems(Key(StopSettings.Section)) ?? [],
        ];
    }

    // Names of resources begin with it, and some have no room for a long one.
    private static bool IsOwner(string text) => text.Length is > 0 and <= 12 && DnsName.IsLabel(text) && char.IsAsciiLetterLower(text[0]);

    private static string Key(string section) => $"{Namespace}:{section}";
}
