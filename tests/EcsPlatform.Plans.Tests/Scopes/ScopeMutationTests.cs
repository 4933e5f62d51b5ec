using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;
using static EcsPlatform.Plans.Tests.Scopes.Changes;

namespace EcsPlatform.Plans.Tests.Scopes;

/// <summary>What a scope allows, changed in one place each: that place is found and no other.</summary>
public class ScopeMutationTests
{
    private const string Registry = "1.dkr.ecr.eu-west-1.amazonaws.com";
    private const string Jar = "jars/transform.jar";

    private static readonly string Viewer = Urn(Workload, "staging-viewer");
    private static readonly string Search = Urn(Workload, "staging-search");
    private static readonly PlannedResource Definition = Resource(TaskDefinition, "viewer", Viewer);
    private static readonly PlannedResource Tasks = Resource(Service, "viewer", Viewer, Definition.Urn);
    private static readonly PlannedResource SearchTasks = Resource(Service, "search", Search, Urn(TaskDefinition, "search"));
    private static readonly PlannedResource Transform = With(Resource(Function, "transform"), "s3Key", Jar);
    private static readonly PlannedResource Live = Resource(Alias, "live", null, Transform.Urn);
    private static readonly PlannedResource Template = Resource(LaunchTemplate, "staging");
    private static readonly PlannedResource Group = Resource(AutoScalingGroup, "instances", null, Template.Urn);
    private static readonly PlannedResource Target = Resource(TargetGroup, "viewer-2", Viewer);
    private static readonly PlannedResource OtherTarget = Resource(TargetGroup, "search-2", Search);

    private static readonly ResourceChange Rolled = Replace(Definition, Image(Registry));
    private static readonly ResourceChange Rolls = Update(Tasks, Input("taskDefinition", from: Definition.Urn));
    private static readonly ResourceChange Repinned = Update(Template, Input("imageId"), Input("description"));

    public static TheoryData<string, ResourceChange[], string> Mutations => new()
    {
        { "image:viewer", [Rolled, Rolls with { Inputs = [.. Rolls.Inputs, Input("networkConfiguration.securityGroups[0]")] }], "viewer update of networkConfiguration.securityGroups[0] is outside image:viewer" },
        { "image:viewer", [Rolled, Replace(Tasks, [.. Rolls.Inputs])], "viewer replacement of taskDefinition is outside image:viewer" },
        { "image:viewer", [Rolled, Rolls, Update(Resource("aws:ec2/securityGroup:SecurityGroup", "tasks"), Input("ingress"))], "tasks update of ingress is outside image:viewer" },
        { "image:viewer", [Rolled, Update(SearchTasks, Input("taskDefinition", from: Definition.Urn))], "search update of taskDefinition is outside image:viewer" },
        { "image:viewer", [Update(Definition, Image(Registry))], "viewer update of containerDefinitions[viewer].image is outside image:viewer" },
        { "image:viewer", [Replace(Definition, Image(Registry, "library/viewer-admin"))], "viewer replacement of containerDefinitions[viewer].image is outside image:viewer" },
        { "image:viewer", [Replace(Definition, Image(Registry, "my-library/viewer"))], "viewer replacement of containerDefinitions[viewer].image is outside image:viewer" },
        { "image:viewer", [Replace(Definition, Image(Registry, "team/library/viewer"))], "viewer replacement of containerDefinitions[viewer].image is outside image:viewer" },
        { "image:viewer", [Replace(Definition, Image("team"))], "viewer replacement of containerDefinitions[viewer].image is outside image:viewer" },
        { "image:viewer", [Replace(Definition, Input("containerDefinitions[viewer].image", $"{Registry}/library/viewer@sha256:1", "2.dkr.ecr.eu-west-1.amazonaws.com/library/viewer@sha256:2"))], "viewer replacement of containerDefinitions[viewer].image is outside image:viewer" },
        { "image:viewer", [Replace(Definition, Input("containerDefinitions[viewer].image", $"{Registry}/library/viewer@sha256:1", $"{Registry}/library/viewer:2"))], "viewer replacement of containerDefinitions[viewer].image is outside image:viewer" },
        { "image:viewer", [Replace(Definition, Input("containerDefinitions[viewer].image", $"{Registry}/library/viewer@sha256:1", $"{Registry}/library/viewer"))], "viewer replacement of containerDefinitions[viewer].image is outside image:viewer" },
        { "image:viewer", [Update(Resource(Function, "f"), Image(Registry) with { Path = PropertyPath.Of("imageUri") }, Input("memorySize"))], "f update of memorySize is outside image:viewer" },
        { "jar:transform", [Update(Transform, Input("s3ObjectVersion"), Input("handler"))], "transform update of handler is outside jar:transform" },
        { "jar:transform", [Update(Transform, Input("s3Bucket"))], "transform update of s3Bucket is outside jar:transform" },
        { "jar:transform", [Replace(Transform, Input("s3ObjectVersion"))], "transform replacement of s3ObjectVersion is outside jar:transform" },
        { "jar:transform", [Update(With(Transform, "s3Key", "jars/transform.jar.old"), Input("s3ObjectVersion"))], "transform update of s3ObjectVersion is outside jar:transform" },
        { "jar:transform", [Update(Transform, Input("s3Key", Jar, "jars/other.jar")) with { New = With(Transform, "s3Key", "jars/other.jar") }], "transform update of s3Key is outside jar:transform" },
        { "jar:transform", [Update(Transform, Input("s3ObjectVersion")), Update(Live, Input("functionVersion"))], "live update of functionVersion is outside jar:transform" },
        { "jar:transform", [Update(Transform, Input("s3ObjectVersion")), Update(Live, Input("functionVersion", from: Transform.Urn), Input("routingConfig"))], "live update of routingConfig is outside jar:transform" },
        { "ami", [Update(Template, Input("description"))], "staging update of description is outside ami" },
        { "ami", [Replace(Template, Input("imageId"))], "staging replacement of imageId is outside ami" },
        { "ami", [Repinned, Update(Group, Input("launchTemplate.version"))], "instances update of launchTemplate.version is outside ami" },
        { "ami", [Repinned, Update(Group, Input("launchTemplate.version", from: Template.Urn), Input("maxSize"))], "instances update of maxSize is outside ami" },
        { "ami", [Repinned, Replace(Group, Input("launchTemplate.version", from: Template.Urn))], "instances replacement of launchTemplate.version is outside ami" },
        { "ami", [Repinned, Update(Resource("aws:cloudwatch/metricAlarm:MetricAlarm", "low"), Input("threshold"))], "low update of threshold is outside ami" },
        { "cutover:viewer", [Same(Target), Update(Resource(Listener, "https", null, Target.Urn), Input("defaultActions[0].targetGroupArn"), Input("port"))], "https update of port is outside cutover:viewer" },
        { "cutover:viewer", [Same(OtherTarget), Update(Resource(Listener, "https", null, OtherTarget.Urn), Input("defaultActions[0].targetGroupArn"))], "https update of defaultActions[0].targetGroupArn is outside cutover:viewer" },
        { "cutover:viewer", [Same(Target), Replace(Resource(ListenerRule, "viewer", Viewer, Target.Urn), Input("actions[0].forward"))], "viewer replacement of actions[0].forward is outside cutover:viewer" },
        { "cutover:viewer", [Same(Target), Update(Resource(ListenerRule, "viewer", Viewer, Target.Urn), Input("actions[0].forward"), Input("conditions[0]"))], "viewer update of conditions[0] is outside cutover:viewer" },
        { "cutover:viewer", [Update(Resource("aws:route53/record:Record", "viewer", Viewer), Input("aliases[0].name"))], "viewer update of aliases[0].name is outside cutover:viewer" },
        { "scale:viewer", [Update(Tasks, Input("desiredCount"), Input("deploymentMaximumPercent"))], "viewer update of deploymentMaximumPercent is outside scale:viewer" },
        { "scale:viewer", [Update(SearchTasks, Input("desiredCount"))], "search update of desiredCount is outside scale:viewer" },
        { "scale:viewer", [Replace(Tasks, Input("desiredCount"))], "viewer replacement of desiredCount is outside scale:viewer" },
        { "scale:viewer", [Update(Resource(ScalableTarget, "viewer", Viewer), Input("minCapacity"), Input("roleArn"))], "viewer update of roleArn is outside scale:viewer" },
        { "scale:viewer", [Update(Group, Input("maxSize"))], "instances update of maxSize is outside scale:viewer" },
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void One_change_more_is_the_one_violation(string scope, ResourceChange[] changes, string violation) => Found(scope, changes).ShouldBe([violation]);

    [Fact]
    public void A_function_from_an_image_takes_its_alias_along()
    {
        var function = Resource(Function, "f");
        Found("image:viewer",
            Update(function, Image(Registry) with { Path = PropertyPath.Of("imageUri") }),
            Update(Resource(Alias, "live", null, function.Urn), Input("functionVersion", from: function.Urn))).ShouldBeEmpty();
    }

    [Fact]
    public void An_image_without_a_registry_is_known() => Found("image:viewer", Replace(Definition, Image(null)), Rolls).ShouldBeEmpty();

    [Fact]
    public void A_JAR_is_known_by_its_new_key_and_by_either_hash() =>
        Found("jar:transform",
            Update(Transform, Input("s3Key", "jars/transform-1.jar", Jar), Input("s3ObjectVersion"), Input("sourceCodeHash"), Input("codeSha256"))
                with
            { Old = With(Transform, "s3Key", "jars/transform-1.jar") },
            Update(Live, Input("functionVersion", from: Transform.Urn))).ShouldBeEmpty();

    [Fact]
    public void The_property_that_changes_counts_and_not_what_else_the_resource_waits_for()
    {
        var waiting = SearchTasks with
        {
            Dependencies = [Definition.Urn, Urn(TaskDefinition, "search")],
            PropertyDependencies = SearchTasks.PropertyDependencies.Add("taskDefinition", [Urn(TaskDefinition, "search")]),
        };
        var listener = Resource(Listener, "https", null, Target.Urn, OtherTarget.Urn);
        listener = listener with { PropertyDependencies = listener.PropertyDependencies.Add("defaultActions", [OtherTarget.Urn]) };
        Found("image:viewer", Rolled, Update(waiting, Input("taskDefinition", from: Definition.Urn)))
            .ShouldBe(["search update of taskDefinition is outside image:viewer"]);
        Found("cutover:viewer", Same(Target), Same(OtherTarget), Update(listener, Input("defaultActions[0].targetGroupArn")))
            .ShouldBe(["https update of defaultActions[0].targetGroupArn is outside cutover:viewer"]);
    }

    [Fact]
    public void Several_things_about_one_resource_are_one_violation() =>
        Found("scale:viewer", Update(Tasks, Input("cluster"), Input("name")) with { Options = [new OptionChange("protect", "true", "")] })
            .ShouldBe(["viewer change of the option protect and update of cluster, name are outside scale:viewer"]);

    [Fact]
    public void What_stays_as_it_is_excuses_nothing() =>
        Found("image:viewer", Same(Definition), Update(Tasks, Input("taskDefinition", from: Definition.Urn)))
            .ShouldBe(["viewer update of taskDefinition is outside image:viewer"]);

    [Fact]
    public void Parents_in_a_circle_end_the_search() =>
        Found("scale:viewer", Update(Resource(Service, "a", Urn(Service, "b")), Input("desiredCount")), Same(Resource(Service, "b", Urn(Service, "a"))))
            .ShouldBe(["a update of desiredCount is outside scale:viewer"]);

    private static PropertyChange Image(string? registry, string repository = "library/viewer")
    {
        var name = registry is null ? repository : $"{registry}/{repository}";
        return Input("containerDefinitions[viewer].image", $"{name}@sha256:1", $"{name}@sha256:2");
    }

    private static PlannedResource With(PlannedResource resource, string input, string value) =>
        resource with { Inputs = PropertyValue.Map.Of([KeyValuePair.Create<string, PropertyValue>(input, new PropertyValue.Text(value))]) };

    private static IEnumerable<string> Found(string scope, params ResourceChange[] changes) =>
        ScopeCheck.Violations(Difference(changes), [Scope(scope)]).Select(violation => $"{violation.Urn.Split("::")[^1]} {violation.Reason}");

    private static ExpectedScope Scope(string text) => text switch
    {
        "image:viewer" => new ExpectedScope.Image("viewer", "library/viewer"),
        "jar:transform" => new ExpectedScope.Jar("transform", Jar),
        "ami" => new ExpectedScope.Ami(),
        "cutover:viewer" => new ExpectedScope.Cutover("viewer", Viewer),
        _ => new ExpectedScope.Scale("viewer", Viewer),
    };
}
