using System.Text;
using EcsPlatform.Clusters;

namespace EcsPlatform.Tests.Clusters;

public class UserDataTests
{
    [Fact]
    public void The_script_joins_exactly_the_cluster_and_reserves_memory() =>
        UserData.Script("staging-1a2b3c4", 128, new AgentOptions(), spot: false).ShouldBe(
            "#!/bin/bash\n" +
            "cat <<'EOF' >> /etc/ecs/ecs.config\n" +
            "ECS_CLUSTER=staging-1a2b3c4\n" +
            "ECS_RESERVED_MEMORY=128\n" +
            "ECS_AWSVPC_BLOCK_IMDS=true\n" +
            "EOF\n");

    [Fact]
    public void A_launch_template_gets_it_as_base64() =>
        Encoding.UTF8.GetString(Convert.FromBase64String(UserData.Encode("#!/bin/bash\n"))).ShouldBe("#!/bin/bash\n");
}
