using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Aws = Pulumi.Aws;
using Awsx = Pulumi.Awsx;

namespace EcsPlatform.StandIn.Generated.Tests.Shapes;

public class ResourceShapeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Outputs_of_every_kind_are_filled()
    {
        Aws.Ecs.Service? service = null;
        var mocks = new RecordingMocks(
            ("loadBalancers", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("containerName", "web").Add("containerPort", 80.0))),
            ("desiredCount", 2.0),
            ("tagsAll", ImmutableDictionary<string, object>.Empty.Add("a", "b")));
        await mocks.RunAsync(() => { service = new Aws.Ecs.Service("s", new Aws.Ecs.ServiceArgs { Cluster = "c" }); });
        (await Value(service!.Cluster)).ShouldBe("c");
        (await Value(service.DesiredCount)).ShouldBe(2);
        (await Value(service.LoadBalancers))[0].ContainerPort.ShouldBe(80);
        (await Value(service.TagsAll))["a"].ShouldBe("b");
        (await Value(service.Id)).ShouldBe("s-id");
    }

    [Fact]
    public async Task An_existing_resource_is_read_by_its_id()
    {
        var mocks = new RecordingMocks();
        await mocks.RunAsync(() => { _ = Aws.Ec2.Vpc.Get("v", "vpc-1", new Aws.Ec2.VpcState { CidrBlock = "10.0.0.0/16" }); });
        mocks.Resource("v").Id.ShouldBe("vpc-1");
        mocks.Input("v", "cidrBlock").ShouldBe("10.0.0.0/16");
    }

    [Fact]
    public async Task Every_module_has_a_resource_that_makes_the_round_trip()
    {
        var mocks = new RecordingMocks();
        var types = Package.All["aws"].Facts.Resources.Values
            .Where(item => item.Token.StartsWith("aws:", StringComparison.Ordinal) && item.Inputs.All(input => !input.Required || input.Type.Kind == "string"))
            .GroupBy(item => item.Token.Split(':', '/')[1])
            .Select(group => group.First())
            .ToList();
        types.Count.ShouldBeGreaterThan(20);
        await mocks.RunAsync(() =>
        {
            foreach (var item in types)
            {
                var type = Package.All["aws"].Class(item.ClassName!);
                var argsType = Package.All["aws"].Class($"{item.ClassName}Args");
                var args = Activator.CreateInstance(argsType)!;
                foreach (var input in item.Inputs.Where(input => input.Required))
                {
                    var name = input.CSharpName ?? char.ToUpperInvariant(input.Name[0]) + input.Name[1..];
                    argsType.GetProperty(name)!.SetValue(args, (Input<string>)$"{input.Name}!");
                }

                Activator.CreateInstance(type, item.Token, args, null);
            }
        });
        foreach (var item in types)
        {
            mocks.Resource(item.Token).Type.ShouldBe(item.Token);
            item.Inputs.Where(input => input.Required).ShouldAllBe(input => (string)mocks.Input(item.Token, input.Name) == $"{input.Name}!");
        }
    }

    [Fact]
    public async Task The_provider_sends_what_is_no_text_as_JSON()
    {
        var mocks = new RecordingMocks();
        await mocks.RunAsync(() =>
        {
            _ = new Aws.Provider("p", new Aws.ProviderArgs { Region = "eu-west-1", AllowedAccountIds = { "1" }, MaxRetries = 3 });
        });
        mocks.Resource("p").Type.ShouldBe("pulumi:providers:aws");
        mocks.Input("p", "region").ShouldBe("eu-west-1");
        mocks.Input("p", "allowedAccountIds").ShouldBe("""[ "1" ]""");
        mocks.Input("p", "maxRetries").ShouldBe("3");
        mocks.Input("p", "skipRegionValidation").ShouldBe("true");
    }

    [Fact]
    public async Task A_remote_component_takes_plain_inputs()
    {
        Awsx.Ec2.Vpc? vpc = null;
        var mocks = new RecordingMocks(("vpcId", "vpc-1"), ("privateSubnetIds", ImmutableArray.Create<object>("a", "b")));
        await mocks.RunAsync(() =>
        {
            vpc = new Awsx.Ec2.Vpc("v", new Awsx.Ec2.VpcArgs
            {
                CidrBlock = "10.0.0.0/16",
                NumberOfAvailabilityZones = 2,
                NatGateways = new Awsx.Ec2.Inputs.NatGatewayConfigurationArgs { Strategy = Awsx.Ec2.NatGatewayStrategy.Single, ElasticIpAllocationIds = { "eip" } },
                SubnetSpecs = [new Awsx.Ec2.Inputs.SubnetSpecArgs { Type = Awsx.Ec2.SubnetType.Public, CidrMask = 24 }],
            });
        });
        mocks.Resource("v").Type.ShouldBe("awsx:ec2:Vpc");
        mocks.Input("v", "numberOfAvailabilityZones").ShouldBe(2.0);
        ((ImmutableDictionary<string, object>)mocks.Input("v", "natGateways"))["strategy"].ShouldBe("Single");
        (await Value(vpc!.VpcId)).ShouldBe("vpc-1");
        (await Value(vpc.PrivateSubnetIds)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_random_password_round_trips()
    {
        Pulumi.Random.RandomPassword? password = null;
        var mocks = new RecordingMocks(("result", "hidden"));
        await mocks.RunAsync(() => { password = new Pulumi.Random.RandomPassword("p", new Pulumi.Random.RandomPasswordArgs { Length = 20, Keepers = { ["k"] = "v" } }); });
        mocks.Input("p", "length").ShouldBe(20.0);
        (await Value(password!.Result)).ShouldBe("hidden");
    }

    [Fact]
    public async Task A_function_answers_in_three_forms()
    {
        var mocks = new RecordingMocks(("id", "ami-1"), ("name", "image"));
        Output<string>? plain = null;
        Output<string>? late = null;
        Task<Aws.Ec2.GetAmiResult>? task = null;
        await mocks.RunAsync(() =>
        {
            plain = Aws.Ec2.GetAmi.Invoke(new Aws.Ec2.GetAmiInvokeArgs
            {
                Owners = { "amazon" },
                Filters = { new Aws.Ec2.Inputs.GetAmiFilterInputArgs { Name = "name", Values = { "x*" } } },
            }).Apply(ami => ami.Id);
            late = Aws.Ec2.GetAmi.Invoke(new Aws.Ec2.GetAmiInvokeArgs(), new InvokeOutputOptions()).Apply(ami => ami.Name);
            task = Aws.Ec2.GetAmi.InvokeAsync(new Aws.Ec2.GetAmiArgs
            {
                MostRecent = true,
                Filters = [new Aws.Ec2.Inputs.GetAmiFilterArgs { Name = "name", Values = { "x*" } }],
            });
        });
        mocks.Call!.Token.ShouldBe("aws:ec2/getAmi:getAmi");
        (await Value(plain!)).ShouldBe("ami-1");
        (await Value(late!)).ShouldBe("image");
        (await task!.WaitAsync(Patience)).Id.ShouldBe("ami-1");
    }

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output).WaitAsync(Patience);
}
